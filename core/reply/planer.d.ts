declare module "planer" {
  const planer: { readonly extractFromPlain: (text: string) => string };
  export default planer;
}
