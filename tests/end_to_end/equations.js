// Every equation of the page in whose sides there are only numbers, done again: what stands on the
// left of "=" comes to what stands on the right, as closely as the decimals that are shown allow.
(() => {
  const signs = { '+': '+', '−': '-', '·': '*', '(': '(', ')': ')' };

  // A part of a formula in JavaScript, its numbers as n[0], n[1], …; null if it holds letters.
  const written = (element, numbers) => {
    const text = element.textContent.trim();
    const parts = () => {
      const all = [...element.children].map(part => written(part, numbers));
      return all.includes(null) ? null : all;
    };
    switch (element.localName) {
      case 'mn': return `n[${numbers.push(text) - 1}]`;
      case 'mo': return signs[text] ?? null;
      case 'mi': return text === 'tanh' ? 'Math.tanh' : null;
      case 'mrow': return parts()?.join(' ') ?? null;
      case 'mfrac': {
        const [above, below] = parts() ?? [];
        return above === undefined ? null : `((${above}) / (${below}))`;
      }
      case 'msup': {
        if (element.children[0].textContent.trim() !== 'e') return null;
        const exponent = written(element.children[1], numbers);
        return exponent && `Math.exp(${exponent})`;
      }
      default: return null;
    }
  };

  // The parts of a formula, those of rows in it included.
  const flat = element => [...element.children].flatMap(part =>
    part.localName === 'mrow' ? flat(part) : [part]);

  const sides = formula => {
    const sides = [[]];
    for (const part of flat(formula)) {
      if (part.localName === 'mo' && part.textContent.trim() === '=') sides.push([]);
      else sides.at(-1).push(part);
    }
    return sides;
  };

  // What a side comes to, and how far that may be off because its numbers are rounded.
  const value = parts => {
    const numbers = [];
    const all = parts.map(part => written(part, numbers));
    if (all.length === 0 || all.includes(null)) return null;
    const compute = new Function('n', `return ${all.join(' ')}`);
    const exact = numbers.map(Number);
    const result = compute(exact);
    const slack = numbers.map((text, at) => {
      const half = text.includes('.') ? 0.5 * 10 ** -text.split('.')[1].length : 0;
      const moved = exact.with(at, exact[at] + half);
      return Math.abs(compute(moved) - result);
    });
    return { result, slack: slack.reduce((a, b) => a + b, 0) };
  };

  return [...document.querySelectorAll('math')].flatMap(formula => {
    const values = sides(formula).map(value).filter(it => it);
    const last = values.pop();
    return values.map(left => ({
      text: formula.textContent,
      holds: Math.abs(left.result - last.result) <= 1.1 * (left.slack + last.slack) + 1e-6,
    }));
  });
})()
