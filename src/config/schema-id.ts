// Where the published schema of the config stands.

export const CONFIG_SCHEMA_ID = 'https://tuneset.dev/schemas/config.schema.json';
