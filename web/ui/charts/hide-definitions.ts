/** The drawing library puts its patterns into the page as a picture of no size: nothing that should be read aloud. */
export const hideDefinitions = (): void => {
  for (const picture of document.querySelectorAll("body > svg:not([aria-hidden])")) {
    picture.setAttribute("aria-hidden", "true");
  }
};
