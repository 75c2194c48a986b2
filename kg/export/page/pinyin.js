// Initials of Chinese names, from the order in which the browser sorts characters: no table of readings needs to travel with the page.
const PINYIN = (() => {
  const letters = 'abcdefghjklmnopqrstwxyz', first = Array.from('阿八嚓哒妸发旮哈讥咔垃痳拏噢妑七呥扨它穵夕丫帀');  // where each letter begins
  const cache = new Map();
  let collator = null;
  try { collator = new Intl.Collator(['zh-Hans-CN-u-co-pinyin', 'zh-CN']); } catch { /* an old browser: names are found by their characters alone */ }
  const sorted = collator && first.every((sign, i) => i === 0 || collator.compare(first[i - 1], sign) < 0);

  /** @param {string} sign one character */
  function letter(sign) {
    if (!cache.has(sign)) cache.set(sign, find(sign));
    return cache.get(sign);
  }

  function find(sign) {
    if (/[a-z0-9]/i.test(sign)) return sign.toLowerCase();
    if (!sorted || sign < '\u4e00' || sign > '\u9fff') return '';
    let low = 0, high = first.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (collator.compare(first[middle], sign) <= 0) low = middle; else high = middle - 1;
    }
    return letters[low];
  }

  return {works: Boolean(sorted), /** @param {string} text */ initials: (text) => Array.from(text, letter).join('')};
})();
