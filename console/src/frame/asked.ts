const place = new EventTarget();

/** That somebody asked for the palette by pressing its button, wherever that button stands. */
export const asked = {
  ask: (): void => void place.dispatchEvent(new Event("palette")),
  listen: (hear: () => void): (() => void) => {
    place.addEventListener("palette", hear);
    return () => place.removeEventListener("palette", hear);
  },
};
