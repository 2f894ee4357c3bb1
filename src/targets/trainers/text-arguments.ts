// Arguments of a call written as text, for a model whose chat template wants an object.

import { callsOf, partPointer } from '../../model/example.ts';
import { defineRecordRule } from '../../model/rule.ts';

/**
 * Families whose templates write text out as JSON once more (the first line) or fail on it (the second).
 * Those of Qwen3 and DeepSeek read text.
 */
const WANTS_OBJECTS = [
  /^(?:(?:meta-)?llama-?[34]|qwen-?2\.5|gpt-oss|exaone-4|ministral|mistral|mixtral)(?:[-.]|$)/,
  /^(?:qwen-?3\.[56]|glm-4\.5|lfm2\.5|nemotron-3)(?:-|$)/,
];

const record = (args: string | { readonly city: string }) => ({
  messages: [
    { role: 'user', content: 'What is the weather in Bonn?' },
    {
      role: 'assistant',
      content: '',
      tool_calls: [{ id: 'a', type: 'function', function: { name: 'weather', arguments: args } }],
    },
  ],
  tools: [{ type: 'function', function: { name: 'weather' } }],
});
const asText = '{"city":"Bonn"}';

export const textArguments = defineRecordRule({
  id: 'target/text-arguments',
  title: 'Arguments as text',
  why: "TRL and MLX-LM hand the arguments to the model's chat template as they are. This model's template expects an object: text is encoded a second time, so that the model learns calls nobody can parse, or the run fails.",
  mend: 'Write the arguments as an object, or as text only for models whose template reads text.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  options: {},
  messages: { text: 'The arguments are text; the template of {model} wants an object.' },
  sources: [
    {
      title: 'TRL, chat templates at f2cd577, rendered',
      url: 'https://github.com/huggingface/trl',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      { title: 'an object', target: 'trl-sft', model: 'gpt-oss-20b', record: record({ city: 'Bonn' }) },
      { title: 'text, and no model named', target: 'trl-sft', record: record(asText) },
    ],
    bad: [
      {
        title: 'text for gpt-oss',
        target: 'trl-sft',
        model: 'gpt-oss-20b',
        record: record(asText),
        finds: [{ message: 'text', pointer: '/messages/1/tool_calls/0', data: { model: 'gpt-oss-20b' } }],
      },
      {
        title: 'the name as the hub writes it',
        target: 'trl-sft',
        model: 'openai/gpt-oss-120b',
        record: record(asText),
        finds: [{ message: 'text', pointer: '/messages/1/tool_calls/0' }],
      },
    ],
  },
  create: ({ model }) => {
    const base = model?.slice(model.lastIndexOf('/') + 1).toLowerCase() ?? '';
    const wantsObjects = WANTS_OBJECTS.some((family) => family.test(base));
    return (view, report) => {
      if (!wantsObjects) return;
      for (const turn of view.turns) {
        const call = callsOf(turn.message).find(({ raw }) => raw !== undefined);
        if (call === undefined) continue;
        report({ message: 'text', pointer: partPointer(turn.message, call), data: { model: model ?? '' } });
        return;
      }
    };
  },
});
