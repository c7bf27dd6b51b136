// In the page: draws a card with the official renderer and says what a reader would see go wrong. Returns a list of complaints.
function drawAndMeasure({ card: cardJson, width, config: configJson }) {
  const card = JSON.parse(cardJson);
  const config = JSON.parse(configJson);
  const host = document.getElementById('host');
  host.replaceChildren();
  host.style.width = `${width}px`;
  document.body.style.background = config.containerStyles.emphasis.backgroundColor;

  const drawn = new AdaptiveCards.AdaptiveCard();
  drawn.hostConfig = new AdaptiveCards.HostConfig(config);
  drawn.parse(card);
  const element = drawn.render();
  // What the renderer sets itself nowhere: the colour of buttons on this theme.
  element.style.color = config.containerStyles.default.foregroundColors.default.default;
  host.append(element);

  const complaints = [];
  const cardBox = element.getBoundingClientRect();
  const quote = text => `"${text.trim().slice(0, 40)}"`;

  // 1. Wider than its place.
  if (element.scrollWidth > element.clientWidth + 1) complaints.push(`the card is ${element.scrollWidth} px wide in ${element.clientWidth}`);
  if (cardBox.width > width + 1) complaints.push(`the card takes ${Math.round(cardBox.width)} px of ${width}`);

  // 2. Text cut off: an element that hides what does not fit.
  for (const e of element.querySelectorAll('*')) {
    const style = getComputedStyle(e);
    const hides = style.overflowX !== 'visible' || style.overflowY !== 'visible' || style.textOverflow === 'ellipsis';
    if (hides && e.textContent.trim() && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1)) {
      complaints.push(`cut off: ${quote(e.textContent)}`);
    }
  }

  // 3. The lines of every text.
  const texts = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.data.trim()) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    let block = node.parentElement;
    while (getComputedStyle(block).display === 'inline') block = block.parentElement;
    texts.push({ node, block, lines: [...range.getClientRects()].filter(r => r.width > 0) });
  }

  for (const { node, lines } of texts) {
    // 4. Outside the card.
    if (lines.some(r => r.left < cardBox.left - 1 || r.right > cardBox.right + 1 || r.bottom > cardBox.bottom + 1)) {
      complaints.push(`outside the card: ${quote(node.data)}`);
    }

    // 5. Columns of single letters, and short words torn apart.
    const letters = node.data.replace(/\s/g, '').length;
    if (letters >= 4 && lines.length > letters / 2) complaints.push(`one letter a line: ${quote(node.data)}`);
    for (const word of node.data.matchAll(/[A-Za-z]{2,12}/g)) {
      const range = document.createRange();
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      const tops = new Set([...range.getClientRects()].filter(r => r.width > 0).map(r => Math.round(r.top)));
      const alone = !/[^\s]/.test(node.data[word.index - 1] ?? ' ') && !/[^\s]/.test(node.data[word.index + word[0].length] ?? ' ');
      if (alone && tops.size > 1) complaints.push(`torn word: ${word[0]} in ${quote(node.data)}`);
    }
  }

  // 6. Texts over each other. Lines of one block may touch: their boxes are taller than the line.
  for (let i = 0; i < texts.length; i++) {
    for (let j = i + 1; j < texts.length; j++) {
      if (texts[i].block === texts[j].block) continue;
      for (const a of texts[i].lines) {
        for (const b of texts[j].lines) {
          const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
          const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
          if (across > 1 && down > 4) complaints.push(`overlapping: ${quote(texts[i].node.data)} and ${quote(texts[j].node.data)}`);
        }
      }
    }
  }

  return [...new Set(complaints)];
}
