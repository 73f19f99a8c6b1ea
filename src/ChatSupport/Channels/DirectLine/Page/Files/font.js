/** Fetches our Khmer font only where the phone has none: with a Khmer font the small letter hangs below the big one and takes no room. */
export function fetchFontWhereNeeded() {
  const canvas = document.createElement("canvas").getContext("2d");
  if (!canvas)
    return;
  canvas.font = "40px sans-serif";
  const alone = canvas.measureText("\u1781").width;
  const stacked = canvas.measureText("\u1781\u17d2\u1798").width;
  if (stacked > alone * 1.6)
    document.documentElement.classList.add("font");
}
