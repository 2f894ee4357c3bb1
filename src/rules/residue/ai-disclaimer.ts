// “As an AI language model”: the model that wrote the data speaks of itself.

import { textPointer } from '../../model/example.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { beginning, findAll } from '../../text/find-all.ts';
import { chat, chatWith } from '../sample.ts';
import { OPEN_INSTRUCT } from '../sources.ts';

const DISCLAIMER =
  /\bas an? (?:large |ai )?language model\b|\bas an (?:ai|artificial intelligence)(?: (?:language|text|assistant|model|chatbot|system)){0,3},? (?:and |so |but )?I(?: am|['’]m)? ?(?:do not|don['’]t|cannot|can['’]t|not|unable|lack|have no|just|only|haven['’]t)\b|\bI (?:do not|don['’]t) have (?:any )?personal (?:opinions|experiences|feelings|beliefs)|\bI(?: am|['’]m) (?:just |only )?an? (?:ai|language model)\b|\bmy training data\b|\bI (?:do not|don['’]t) have access to real-time|\bI (?:cannot|can['’]t) browse the (?:internet|web)|作为(?:一个|一名|一款)?(?:大型)?(?:人工智能|AI)(?:语言模型|助手|模型|程序)|\bals KI-(?:Sprachm|M)odell|\ben tant que modèle de langage|\bcomo modelo de lenguaje|AIとして/gi;
/** What makes it an answer to the question, or a role. */
const ABOUT =
  /\b(?:ai|artificial intelligence|language model|chat ?bot|gpt|robot|machine)\b|人工智能|机器人|\bAI|\bwho [a-z]+ you\b|\bwhat are you\b|\babout you\b|\byour(?:self| name)\b|\b(?:are|were|did) you\b|\byou (?:based|call|use)\b|你是谁|你叫什么/i;

export const aiDisclaimer = defineRecordRule({
  id: 'residue/ai-disclaimer',
  title: 'Disclaimer of an AI',
  why: 'The model learns to talk about being a model instead of answering.',
  mend: 'Cut the sentence; if little remains, remove the record.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  options: {},
  messages: { disclaimer: 'The answer speaks of being a model: “{text}”.' },
  sources: [OPEN_INSTRUCT],
  examples: {
    good: [
      {
        title: 'it was asked',
        record: chat('Are you an AI?', 'Yes. As an AI language model I have no body.'),
      },
      {
        title: 'a role',
        record: chatWith(
          'You are an AI life coach.',
          'How do I begin?',
          'As an AI language model, I am here to listen.',
        ),
      },
      { title: 'about AI', record: chat('What is a chatbot?', 'It talks as an AI, which does not think.') },
    ],
    bad: [
      {
        title: 'the usual words',
        record: chat(
          'Which film is best?',
          'As an AI language model, I do not have opinions, but many like “Ran”.',
        ),
        finds: [
          {
            message: 'disclaimer',
            pointer: '/messages/1/content',
            data: { text: 'As an AI language model' },
          },
        ],
      },
      {
        title: 'no opinions',
        record: chat('Which film is best?', 'I don’t have personal opinions, but many like “Ran”.'),
        finds: [
          {
            message: 'disclaimer',
            pointer: '/messages/1/content',
            data: { text: 'I don’t have personal opinions' },
          },
        ],
      },
    ],
  },

  measured: { records: 55597, flagged: 67, inspected: 12, wrong: 0, on: '2026-11-24' },
  create: ({ hint }) => {
    const words = hint([
      'as an ai',
      'language model',
      'as an artificial',
      'personal opinion',
      'personal experience',
      'personal feeling',
      'personal belief',
      'i am an ai',
      'i am just an ai',
      "i'm an ai",
      'i’m an ai',
      'just an ai',
      'only an ai',
      'my training data',
      'access to real-time',
      'browse the',
      '人工智能',
      'ai语言',
      'ai助',
      'als ki-',
      'en tant que mod',
      'como modelo de',
      'aiとして',
    ]);

    return (view, report) => {
      // With tools at hand, to decline what they cannot do is a lesson of its own.
      if (view.example.tools.length > 0) return;
      for (const turn of view.turns) {
        if (!turn.learned || !turn.has(words)) continue;
        const found = findAll(turn.text, DISCLAIMER);
        if (
          found === undefined ||
          view.turns.some((other) => !other.learned && ABOUT.test(beginning(other.text)))
        )
          continue;
        report({
          message: 'disclaimer',
          pointer: textPointer(turn.message),
          data: { text: found.text },
          near: found.at,
        });
      }
    };
  },
});
