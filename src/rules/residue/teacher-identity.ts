// The answer gives the name of another product, that of the model which wrote it.

import { textPointer } from '../../model/example.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { findAll } from '../../text/find-all.ts';
import { chat, chatWith, pair } from '../sample.ts';
import { OPEN_INSTRUCT } from '../sources.ts';

const IDENTITY =
  /\b(?:I am|I['’]m|[Mm]y name is|[Cc]all me|[Tt]his is) (?:an? |the )?(?:AI |language |model |assistant |named |called ){0,4}(?:ChatGPT|GPT-?[345]\w{0,6}|Claude|Gemini|Bard|Qwen|DeepSeek|LLaMA|Llama|Mistral|Copilot|Grok|Kimi|ERNIE)\b|\b(?:I am|I['’]m|I was)\b[^.!?\n]{0,80}\b(?:trained|developed|created|made|built) by (?:OpenAI|Anthropic|Google|Meta(?: AI)?|Alibaba|DeepSeek|Mistral AI|Microsoft|Baidu|xAI)\b|我(?:是|叫)[^。！？\n]{0,20}(?:ChatGPT|通义千问|文心一言|DeepSeek|Qwen|由(?:OpenAI|阿里云|百度|谷歌)(?:开发|训练|创建))/g;
const NAME =
  /ChatGPT|GPT-?[345]\w{0,6}|Claude|Gemini|Bard|Qwen|DeepSeek|LLaMA|Llama|Mistral|Copilot|Grok|Kimi|ERNIE|OpenAI|Anthropic|Google|Meta|Alibaba|Microsoft|Baidu|xAI|通义千问|文心一言|阿里云|百度|谷歌/;
const MACHINE = /\b(?:AI|assistant|language model|Anthropic|Google|Meta|xAI|Moonshot)\b/;

export const teacherIdentity = defineRecordRule({
  id: 'residue/teacher-identity',
  title: 'Names the model that wrote it',
  why: 'The trained model will say that it is another product.',
  mend: 'Put your own name in its place, or remove the record.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  options: {},
  messages: { name: 'The answer says it is another product: “{text}”.' },
  sources: [OPEN_INSTRUCT],
  examples: {
    good: [
      {
        title: 'the system prompt says so',
        record: chatWith('You are ChatGPT.', 'Who are you?', 'I am ChatGPT.'),
      },
      {
        title: 'a person',
        record: chat('Introduce yourself as a painter.', 'My name is Claude, and I paint lilies.'),
      },
      { title: 'of somebody else', record: chat('Who made GPT-4?', 'GPT-4 was developed by OpenAI.') },
    ],
    bad: [
      {
        title: 'a product',
        record: chat('Who are you?', 'I am ChatGPT, a helpful assistant.'),
        finds: [{ message: 'name', pointer: '/messages/1/content', data: { text: 'I am ChatGPT' } }],
      },
      {
        title: 'a maker',
        record: chat('Who are you?', 'I am an assistant trained by OpenAI.'),
        finds: [
          {
            message: 'name',
            pointer: '/messages/1/content',
            data: { text: 'I am an assistant trained by OpenAI' },
          },
        ],
      },
      {
        title: 'in Chinese',
        record: pair('你是谁？', '我是由OpenAI开发的助手。'),
        finds: [{ message: 'name', pointer: '/completion', data: { text: '我是由OpenAI开发' } }],
      },
    ],
  },

  measured: { records: 55597, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-24' },
  create: ({ hint }) => {
    const words = hint([
      'chatgpt',
      'gpt-',
      'claude',
      'gemini',
      'bard',
      'qwen',
      'deepseek',
      'llama',
      'mistral',
      'copilot',
      'grok',
      'kimi',
      'ernie',
      'openai',
      'anthropic',
      'google',
      'meta',
      'alibaba',
      'microsoft',
      'baidu',
      '通义',
      '文心',
      '百度',
      '阿里',
    ]);
    return (view, report) => {
      for (const turn of view.turns) {
        if (!turn.learned || !turn.has(words)) continue;
        const found = findAll(turn.text, IDENTITY);
        if (found === undefined) continue;
        const named = NAME.exec(found.text)?.[0] ?? '';
        if (view.turns.some((other) => !other.learned && other.text.includes(named))) continue;
        // Claude and others are also people; a machine says what it is.
        if (/^(?:Claude|Gemini|Bard|Grok|Kimi|Llama|Mistral)$/.test(named) && !MACHINE.test(turn.text))
          continue;
        report({
          message: 'name',
          pointer: textPointer(turn.message),
          data: { text: found.text },
          near: found.at,
        });
      }
    };
  },
});
