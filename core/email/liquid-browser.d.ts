declare module "liquidjs/dist/liquid.browser.mjs" {
  export * from "liquidjs";
}
