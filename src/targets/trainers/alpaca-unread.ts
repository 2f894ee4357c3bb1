// A system prompt or earlier rounds beside an instruction, where the trainer reads neither.

import { member } from '../../model/json.ts';
import { defineRecordRule } from '../../model/rule.ts';

const record = { instruction: 'Add 1 and 2.', input: '', output: '3' };

export const alpacaUnread = defineRecordRule({
  id: 'target/alpaca-unread',
  title: 'Columns that the trainer does not read',
  why: 'The trainer reads the instruction, the input and the output: a system prompt and earlier rounds beside them are left out without a word.',
  mend: 'Put what they say into the instruction, or name the columns in the config where the trainer takes them: LLaMA-Factory in dataset_info.json, Axolotl with another type.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: {
    system: '{target} does not read the system prompt unless told so.',
    history: '{target} does not read the {count#earlier round} unless told so.',
  },
  sources: [
    {
      title: 'LLaMA-Factory, data/parser.py at ff6d4d1',
      url: 'https://github.com/hiyouga/LLaMA-Factory',
      read: '2026-11-22',
    },
    {
      title: 'Axolotl, prompt_strategies/alpaca_w_system.py at 067b021',
      url: 'https://github.com/axolotl-ai-cloud/axolotl',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      { title: 'neither', target: 'litgpt-sft', record },
      { title: 'both empty', target: 'litgpt-sft', record: { ...record, system: '', history: [] } },
    ],
    bad: [
      {
        title: 'a system prompt',
        target: 'axolotl-alpaca',
        record: { ...record, system: 'Be brief.' },
        finds: [{ message: 'system', pointer: '/system', data: { target: 'axolotl-alpaca' } }],
      },
      {
        title: 'an earlier round',
        target: 'llama-factory-alpaca',
        record: { ...record, history: [['Hi', 'Hello!']] },
        finds: [
          { message: 'history', pointer: '/history', data: { target: 'llama-factory-alpaca', count: 1 } },
        ],
      },
    ],
  },
  create:
    ({ target }) =>
    ({ value }, report) => {
      const id = target?.id ?? '';
      const system = member(value, 'system');
      if (typeof system === 'string' && system !== '')
        report({ message: 'system', pointer: '/system', data: { target: id } });
      const history = member(value, 'history');
      if (Array.isArray(history) && history.length > 0)
        report({ message: 'history', pointer: '/history', data: { target: id, count: history.length } });
    },
});
