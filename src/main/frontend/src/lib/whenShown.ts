/** Calls back once, when a part of the element is on the screen. Returns a function that stops waiting. */
export function whenShown(element: Element, onShown: () => void): () => void {
  if (typeof IntersectionObserver === 'undefined') {
    onShown();
    return () => undefined;
  }
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    onShown();
  });
  observer.observe(element);
  return () => {
    observer.disconnect();
  };
}
