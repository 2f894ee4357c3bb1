// The home folder of somebody, with the name they go by.

import { defineRecordRule } from '../../model/rule.ts';
import { beginning } from '../../text/find-all.ts';
import { type FoundValue, NONE, reportValues, VALUE_MESSAGES } from '../found-values.ts';
import { chat } from '../sample.ts';

const PATH = /(?<![\w.])(\/Users\/|\/home\/|[A-Za-z]:\\{1,2}Users\\{1,2})([A-Za-z0-9._-]{2,32})(?=[/\\])/g;
/** Names of machines, of documentation and of nobody. */
const NOBODY =
  /^(?:(?:your|my|some|the)?[-_.]?user(?:[-_]?name)?s?\d*|you|your.*|me|name|runner|ubuntu|debian|centos|fedora|ec2-user|admin(?:istrator)?|root|test\w*|demo|pi|vagrant|node|app|guest|public|shared|default|jovyan|git|www|web|deploy|developer|dev|jenkins|docker|postgres|hadoop|spark|john(?:[-_.]?doe)?|jane(?:[-_.]?doe)?|alice|bob|foo|bar|example|sample|student|linuxbrew|\.\.\.|docs?|documents|files|data|pages?|products?|index|blog)$/i;

export const homePath = defineRecordRule({
  id: 'pii/home-path',
  title: 'Somebody’s home folder',
  why: 'It tells the name of a person and the layout of their machine, and models repeat it.',
  mend: 'Put a made-up name in its place: /home/user.',
  severity: 'info',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: VALUE_MESSAGES,
  sources: [{ title: 'Practice; Filesystem Hierarchy Standard, home folders' }],
  examples: {
    good: [
      {
        title: 'nobody’s',
        record: chat('Where?', '/home/user/data, /Users/username/data, C:\\Users\\Public\\x'),
      },
      { title: 'a page of the web', record: chat('Where?', 'https://a.test/home/products/list') },
    ],
    bad: [
      {
        title: 'on a server',
        record: chat('Where?', 'cd /home/ameyer/train'),
        finds: [
          {
            message: 'found',
            pointer: '/messages/1/content',
            data: { role: 'assistant', what: 'a home folder', shown: '/home/***(6)/' },
          },
        ],
      },
      {
        title: 'two in an error',
        record: chat('File "/Users/bkurz/a.py", "/Users/bkurz/b.py"', 'I see.'),
        finds: [{ message: 'several', pointer: '/messages/0/content' }],
      },
    ],
  },
  measured: { records: 55597, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-25' },
  create: () => (view, report) =>
    reportValues(view, report, ({ text }) =>
      text.includes('/home/') || text.includes('Users') ? foldersIn(beginning(text)) : NONE,
    ),
});

function foldersIn(text: string): FoundValue[] {
  const found: FoundValue[] = [];
  for (const { 1: before = '', 2: name = '', index } of text.matchAll(PATH)) {
    if (NOBODY.test(name)) continue;
    found.push({
      at: index,
      what: 'a home folder',
      shown: `${before}***(${name.length})${before.slice(-1)}`,
    });
  }
  return found;
}
