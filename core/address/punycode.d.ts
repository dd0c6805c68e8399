/** The pure JavaScript of RFC 3492 on npm, by its file: the bare name `punycode` is a deprecated module of Node's own. */
declare module "punycode/punycode.js" {
  const punycode: {
    readonly toASCII: (domain: string) => string;
    readonly toUnicode: (domain: string) => string;
  };
  export default punycode;
}
