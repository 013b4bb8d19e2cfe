// Ejected: the stock layout puts the folded contents above the title. Ours stands below it, drawn by DocItem/Content.
export default function DocItemTOCMobile(): null {
  return null;
}
