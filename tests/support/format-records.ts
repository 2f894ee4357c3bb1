// A few small records of every format, in each of its dialects.

import type { JsonObject } from '../../src/model/json.ts';

const question = { role: 'user', content: 'Hi' };
const answer = { role: 'assistant', content: 'Hello!' };

/** By format; no other format may claim them. */
export const FORMAT_RECORDS: Readonly<Record<string, readonly JsonObject[]>> = {
  'openai-chat': [
    { messages: [{ role: 'user', content: 'Hi' }, answer], system: null },
    { messages: [{ role: 'user', content: [{ type: 'text', text: 'Hi' }] }, answer], images: ['a.png'] },
    {
      messages: [
        { role: 'developer', content: 'Be brief.', name: 'Eve' },
        {
          role: 'user',
          content: [
            { type: 'image_url', image_url: { url: 'https://example.com/a.png', detail: 'low' } },
            { type: 'input_audio', input_audio: { data: 'AAAA', format: 'wav' } },
          ],
        },
        {
          role: 'assistant',
          reasoning_content: 'The tool knows.',
          tool_calls: [
            { id: 'call_1', type: 'function', function: { name: 'weather', arguments: '{"city":"Bonn"}' } },
          ],
        },
        { role: 'tool', tool_call_id: 'call_1', content: [{ type: 'text', text: 'Sunny' }] },
        { role: 'assistant', content: null, refusal: 'I may not say.' },
        { role: 'assistant', content: 'Look!', function_call: { name: 'look', arguments: 'nowhere' } },
        { role: 'function', name: 'look', content: 'Nothing there.' },
      ],
      tools: [
        {
          type: 'function',
          function: {
            name: 'weather',
            description: 'Tells it.',
            parameters: { type: 'object', properties: { city: { type: 'string', description: 'Where.' } } },
          },
        },
      ],
      functions: [{ name: 'look' }],
      tool_choice: { type: 'function', function: { name: 'weather' } },
    },
  ],
  'openai-preference': [
    { input: { messages: [question] }, preferred_output: [answer], non_preferred_output: [answer] },
    { input: { messages: [question] }, preferred_completion: [answer], non_preferred_completion: [answer] },
  ],
  'openai-reinforcement': [
    { messages: [question], reference_answer: '4' },
    {
      messages: [{ role: 'developer', content: 'Be brief.' }, question],
      tools: [],
      item: { target: ['77'] },
    },
  ],
  'prompt-completion': [
    { prompt: [question], completion: [answer] },
    { prompt: 'Hi', response: 'Hello!' },
    { prompt: 'Hi', completion: 'Hello!', label: 1 },
    { prompt: [{ type: 'text', text: 'Hi' }], completion: 'Hello!' },
  ],
  'input-output': [
    { input: 'Hi', output: 'Hello!' },
    { input: [question], output: [answer], topic: 'greeting' },
  ],
  preference: [
    { prompt: 'Hi', chosen: 'Hello!', rejected: 'No.' },
    { prompt: [question], chosen: [answer], rejected: [answer] },
    { chosen: [question, answer], rejected: [question, answer] },
    { chosen: '\n\nHuman: Hi\n\nAssistant: Hello!', rejected: '\n\nHuman: Hi\n\nAssistant: No.' },
    { instruction: 'Greet.', input: '', chosen: 'Hello!', rejected: 'No.' },
    { system: 'Be brief.', question: 'Hi', chosen: 'Hello!', rejected: 'No.' },
    { chosen: { messages: [question, answer] }, rejected: { messages: [question, answer] } },
    { prompt: 'Hi', chosen_response: 'Hello!', rejected_response: 'No.' },
  ],
  'unpaired-preference': [
    { prompt: 'Hi', completion: 'Hello!', label: true },
    { prompt: [question], completion: [answer], label: false },
    { messages: [question, answer], label: true },
    { conversations: [{ from: 'human', value: 'Hi' }], kto_tag: false },
    { instruction: 'Greet.', completion: 'Hello!', label: true },
  ],
  stepwise: [
    { prompt: 'What is 2 + 2 + 2?', completions: ['2 + 2 = 4', '4 + 2 = 7'], labels: [true, false] },
  ],
  'prompt-only': [
    { prompt: 'Hi' },
    { prompt: [question], ground_truth: '4', tools: [{ type: 'function', function: { name: 'look' } }] },
  ],
  alpaca: [
    {
      instruction: 'Greet.',
      input: '',
      output: 'Hello!',
      history: [['How are you?', 'Well.']],
      system: 'Be brief.',
    },
    { instruction: 'Greet.', context: '', response: 'Hello!', category: 'open_qa' },
    { instruction: 'Greet.', response: 'Hello!' },
    { system_prompt: '', question: 'Hi', response: 'Hello!' },
    { question: 'Hi', answer: 'Hello!' },
    { query: 'Hi', response: 'Hello!' },
  ],
  sharegpt: [
    {
      conversations: [
        { from: 'system', value: 'Be brief.' },
        { from: 'human', value: 'Weather?' },
        { from: 'function_call', value: '{"name":"weather","arguments":{"city":"Bonn"}}' },
        { from: 'observation', value: 'Sunny' },
        { from: 'gpt', value: 'It is sunny.', weight: 1 },
      ],
      tools: '[{"name":"weather","description":"Tells it.","parameters":{"type":"object"}}]',
      system: 'Be kind.',
    },
    { conversations: [question, answer] },
    { messages: [{ from: 'human', value: 'Hi' }] },
    {
      conversations: [{ from: 'human', value: 'Hi' }],
      chosen: { from: 'gpt', value: 'Hello!' },
      rejected: { from: 'gpt', value: 'No.' },
    },
  ],
  text: [{ text: 'Once upon a time' }, { text: 'Once', url: 'https://example.com', meta: { source: 'web' } }],
  segments: [{ segments: [{ label: false, text: 'Hi' }] }],
  'gemini-contents': [
    { contents: [{ role: 'user', parts: [{ text: 'Hi' }] }], systemInstruction: { parts: [{ text: 'a' }] } },
    {
      system_instruction: { role: 'system', parts: [{ text: 'Be brief.' }, { text: 'Be kind.' }] },
      contents: [
        {
          role: 'user',
          parts: [
            { text: 'What is this?' },
            { fileData: { mimeType: 'image/png', fileUri: 'gs://bucket/a.png' } },
            { inline_data: { mime_type: 'audio/wav', data: 'AAAA' } },
          ],
        },
        {
          role: 'model',
          parts: [{ text: 'Hm.', thought: true }, { functionCall: { name: 'look', args: { at: 'it' } } }],
        },
        { role: 'function', parts: [{ functionResponse: { name: 'look', response: { seen: 'a cat' } } }] },
        { role: 'model', parts: [{ text: 'A cat.' }] },
      ],
      tools: [
        { functionDeclarations: [{ name: 'look', description: 'Looks.', parameters: { type: 'OBJECT' } }] },
      ],
      generationConfig: { stop: ['end'] },
    },
  ],
  'gemini-preference': [
    {
      contents: [{ role: 'user', parts: [{ text: 'Hi' }] }],
      completions: [{ score: 1, completion: { role: 'model', parts: [{ text: 'Hello!' }] } }],
    },
  ],
  'gemini-messages': [{ messages: [question, { role: 'model', content: 'Hello!' }] }],
  'bedrock-converse': [
    { messages: [{ role: 'user', content: [{ text: 'Hi' }] }], system: [{ text: 'a' }] },
    {
      messages: [
        {
          role: 'user',
          content: [
            { text: 'What is this?' },
            {
              image: {
                format: 'png',
                source: { s3Location: { uri: 's3://bucket/a.png', bucketOwner: 'me' } },
              },
            },
          ],
        },
        {
          role: 'assistant',
          content: [
            { reasoningContent: { reasoningText: { text: 'Hm.', signature: 'AAAA' } } },
            { toolUse: { toolUseId: 'call_1', name: 'look', input: { at: 'it' } } },
          ],
        },
        { role: 'user', content: [{ toolResult: { toolUseId: 'call_1', content: [{ text: 'A cat.' }] } }] },
      ],
    },
    { schemaVersion: 'bedrock-conversation-2024', messages: [{ role: 'user', content: [{ text: 'Hi' }] }] },
  ],
  'bedrock-claude': [{ system: 'Be brief.', messages: [question, answer] }],
  'llama-factory-chat': [
    { messages: [{ role: 'user', content: [{ type: 'text', value: 'Hi' }], loss_weight: 0 }] },
    {
      messages: [
        { role: 'user', content: [{ type: 'image_url', value: 'a.png' }] },
        {
          role: 'assistant',
          content: [
            { type: 'reasoning', value: 'Hm.' },
            { type: 'tool_call', value: '{"name":"look","arguments":{"at":"it"}}' },
          ],
          loss_weight: 0.5,
        },
        { role: 'tool', content: [{ type: 'text', value: 'A cat.' }] },
      ],
      tools: '[{"type":"function","function":{"name":"look"}}]',
    },
  ],
  'llama-factory-preference': [
    {
      chosen_messages: [{ role: 'user', content: [{ type: 'text', value: 'Hi' }] }],
      rejected_messages: [{ role: 'user', content: [{ type: 'text', value: 'Hi' }] }],
    },
  ],
  'mistral-chat': [
    { interactions: [question, answer], system_prompt: 'Be brief.', only_last: true },
    {
      messages: [
        { role: 'system', content: 'Be brief.' },
        {
          role: 'user',
          content: [
            { type: 'text', text: 'What is it?' },
            { type: 'image_url', image_url: 'https://example.com/a.png' },
          ],
        },
        {
          role: 'assistant',
          tool_calls: [
            { id: 'call00001', type: 'function', function: { name: 'look', arguments: '{"at":"it"}' } },
          ],
        },
        { role: 'tool', tool_call_id: 'call00001', name: 'look', content: 'A cat.' },
        { role: 'assistant', content: 'A cat.', weight: 1 },
      ],
      tools: [
        {
          type: 'function',
          function: { name: 'look', description: 'Looks.', parameters: { type: 'object' } },
        },
      ],
    },
    { messages: [question, answer], available_tools: [{ type: 'function', function: { name: 'look' } }] },
    { messages: [question, { ...answer, prefix: true }] },
  ],
  'cohere-chat': [
    {
      messages: [
        { role: 'System', content: 'Be brief.' },
        { role: 'User', content: 'Hi' },
        { role: 'Chatbot', content: 'Hello!' },
        { role: 'User', content: 'Bye' },
      ],
    },
    { messages: [question, { role: 'chatbot', content: 'Hello!' }], topic: 'greeting' },
  ],
  'alibaba-chat': [
    { messages: [question, { ...answer, loss_weight: 1 }] },
    {
      messages: [
        { role: 'system', content: [{ text: 'Be brief.' }] },
        {
          role: 'user',
          content: [
            { text: 'What is it?' },
            { image: 'cat.png', resized_width: 300 },
            { video: 'cat.mp4', fps: 2 },
            { video: ['0.jpg', '1.jpg'], sample_fps: 2 },
          ],
        },
        {
          role: 'assistant',
          content: [{ text: 'Let me look.' }],
          tool_calls: [
            { id: 'call_1', type: 'function', function: { name: 'look', arguments: '{"at":"it"}' } },
          ],
        },
        { role: 'tool', tool_call_id: 'call_1', content: [{ text: 'A cat.' }] },
        { role: 'assistant', content: [{ text: 'A cat.' }], loss_weight: 0.5 },
      ],
      tools: [
        {
          type: 'function',
          function: { name: 'look', description: 'Looks.', parameters: { type: 'object' } },
        },
      ],
    },
    {
      messages: [
        { role: 'user', content: [{ image: 'cat.png' }] },
        { ...answer, content: [{ text: 'A cat.' }] },
      ],
    },
  ],
  'chat-preference': [
    { messages: [question], chosen: answer, rejected: { ...answer, content: 'No.' } },
    {
      messages: [{ role: 'system', content: 'Be brief.' }, question],
      chosen: answer,
      rejected: answer,
      topic: 'greeting',
    },
  ],
  'oumi-chat': [{ messages: [{ role: 'user', content: [{ type: 'image_url', content: 'a.png' }] }] }],
};
