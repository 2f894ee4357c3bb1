// What the page can do beyond standing there: search and filter the findings. A constant, since the page allows only this script by its hash.

export const BEHAVIOUR = `
'use strict';
(() => {
  const form = document.querySelector('.filters');
  if (form === null) return;
  const groups = [...document.querySelectorAll('.group')].map((element) => ({
    element,
    rule: element.dataset.rule,
    head: element.querySelector('summary').textContent.toLowerCase(),
    findings: [...element.querySelectorAll('.finding')].map((item) => ({
      item,
      severity: item.dataset.severity,
      text: item.textContent.toLowerCase(),
    })),
  }));
  const all = groups.reduce((sum, { findings }) => sum + findings.length, 0);
  const shown = form.querySelector('.shown');
  const apply = () => {
    const data = new FormData(form);
    const words = String(data.get('words')).toLowerCase().split(/\\s+/).filter(Boolean);
    const rule = String(data.get('rule'));
    const severities = new Set(data.getAll('severity'));
    let count = 0;
    for (const group of groups) {
      let here = 0;
      for (const { item, severity, text } of group.findings) {
        const fits =
          (rule === '' || rule === group.rule) &&
          severities.has(severity) &&
          words.every((word) => text.includes(word) || group.head.includes(word));
        item.hidden = !fits;
        if (fits) here += 1;
      }
      group.element.hidden = here === 0;
      if (words.length > 0 || rule !== '') group.element.open = here > 0;
      count += here;
    }
    shown.textContent = count === all ? '' : count + ' of ' + all + ' shown here';
  };
  form.hidden = false;
  form.addEventListener('input', apply);
  form.addEventListener('submit', (event) => event.preventDefault());
  window.addEventListener('beforeprint', () => {
    for (const { element } of groups) element.open = true;
  });
})();
`;
