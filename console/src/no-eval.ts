/**
 * Our policy lets no code be made from text, and a page that tries is reported. Zod tries, to be quicker: it is told not to before any
 * page brings it in (`jitless`, under the name it reads its configuration from).
 */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
