/** The beginning of the whole goes before the beginning of a word, that before a part; «е» finds «ё». */
export function ranked<T>(items: readonly T[], text: string, nameOf: (item: T) => string): T[] {
  const wish = plain(text.trim());
  if (!wish) {
    return [...items];
  }
  return items
    .map((item) => ({ item, rank: rankOf(plain(nameOf(item)), wish) }))
    .filter(({ rank }) => rank < 3)
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}

const plain = (text: string) => text.toLowerCase().replaceAll("ё", "е");

function rankOf(name: string, wish: string): number {
  if (name.startsWith(wish)) {
    return 0;
  }
  return name.split(/[\s,.:·-]+/).some((word) => word.startsWith(wish)) ? 1 : name.includes(wish) ? 2 : 3;
}
