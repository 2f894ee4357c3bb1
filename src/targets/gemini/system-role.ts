// A role inside the system instruction, which is ignored.

import { isObject, member } from '../../model/json.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { PREPARE } from './service.ts';

const contents = [
  { role: 'user', parts: [{ text: 'Hi' }] },
  { role: 'model', parts: [{ text: 'Hello!' }] },
];

export const systemRole = defineRecordRule({
  id: 'target/gemini-system-role',
  title: 'Role in the system instruction',
  why: 'Google ignores it: an instruction meant for the user or the model becomes one of the system.',
  mend: 'Leave the role out.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  options: {},
  messages: { role: 'The role {role} is ignored.' },
  sources: [PREPARE],
  examples: {
    good: [
      {
        title: 'no role',
        target: 'gemini-sft',
        record: { systemInstruction: { parts: [{ text: 'Be brief.' }] }, contents },
      },
      {
        title: 'system, which changes nothing',
        target: 'gemini-sft',
        record: { systemInstruction: { role: 'system', parts: [{ text: 'Be brief.' }] }, contents },
      },
    ],
    bad: [
      {
        title: 'the user',
        target: 'gemini-sft',
        record: { systemInstruction: { role: 'user', parts: [{ text: 'Be brief.' }] }, contents },
        finds: [{ message: 'role', pointer: '/systemInstruction/role', data: { role: 'user' } }],
      },
      {
        title: 'the model, in the other spelling',
        target: 'gemini-sft',
        record: { system_instruction: { role: 'model', parts: [{ text: 'Be brief.' }] }, contents },
        finds: [{ message: 'role', pointer: '/system_instruction/role', data: { role: 'model' } }],
      },
    ],
  },
  create:
    () =>
    ({ value }, report) => {
      for (const key of ['systemInstruction', 'system_instruction']) {
        const system = member(value, key);
        const role = isObject(system) ? member(system, 'role') : undefined;
        // Google's own examples write this one.
        if (typeof role !== 'string' || role === 'system') continue;
        report({ message: 'role', pointer: `/${key}/role`, data: { role } });
      }
    },
});
