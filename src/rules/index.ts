// The rules, in the order in which they are documented. Adding a rule is one file and one line here.

import type { Rule } from '../model/rule.ts';
import { claimsAction } from './answer/claims-action.ts';
import { constantOutput } from './answer/constant-output.ts';
import { copiesPrompt } from './answer/copies-prompt.ts';
import { equalsInput } from './answer/equals-input.ts';
import { fabricatedUrl } from './answer/fabricated-url.ts';
import { impossibleRequest } from './answer/impossible-request.ts';
import { languageMismatch } from './answer/language-mismatch.ts';
import { missingContext } from './answer/missing-context.ts';
import { mixedLanguage } from './answer/mixed-language.ts';
import { ngramRepetition } from './answer/ngram-repetition.ts';
import { repetitionLoop } from './answer/repetition-loop.ts';
import { tooLong } from './answer/too-long.ts';
import { tooShort } from './answer/too-short.ts';
import { unexpectedScript } from './answer/unexpected-script.ts';
import { urlOnlyContext } from './answer/url-only-context.ts';
import { ngram } from './contamination/ngram.ts';
import { rephrased } from './contamination/rephrased.ts';
import { bracketSlot } from './content/bracket-slot.ts';
import { brokenJson } from './content/broken-json.ts';
import { brokenTable as contentBrokenTable } from './content/broken-table.ts';
import { edgeWhitespace } from './content/edge-whitespace.ts';
import { elidedOutput } from './content/elided-output.ts';
import { emptyAnswer } from './content/empty-answer.ts';
import { emptyPrompt } from './content/empty-prompt.ts';
import { htmlResidue } from './content/html-residue.ts';
import { inconsistentTerminator } from './content/inconsistent-terminator.ts';
import { lengthCapSpike } from './content/length-cap-spike.ts';
import { mergedRecords } from './content/merged-records.ts';
import { noinputMarker } from './content/noinput-marker.ts';
import { placeholderText } from './content/placeholder-text.ts';
import { placeholderValue } from './content/placeholder-value.ts';
import { todoMarker } from './content/todo-marker.ts';
import { truncatedStrong } from './content/truncated-strong.ts';
import { truncatedWeak } from './content/truncated-weak.ts';
import { unbalancedFence } from './content/unbalanced-fence.ts';
import { unfilledTemplate } from './content/unfilled-template.ts';
import { lowDiversity } from './distribution/low-diversity.ts';
import { order } from './distribution/order.ts';
import { positionBias } from './distribution/position-bias.ts';
import { repeatedOpening } from './distribution/repeated-opening.ts';
import { someSystem } from './distribution/some-system.ts';
import { systemDrift } from './distribution/system-drift.ts';
import { conflictingAnswers } from './duplicates/conflicting-answers.ts';
import { conversationPrefix } from './duplicates/conversation-prefix.ts';
import { exact } from './duplicates/exact.ts';
import { near } from './duplicates/near.ts';
import { normalised } from './duplicates/normalised.ts';
import { templateCluster } from './duplicates/template-cluster.ts';
import { ansiEscape } from './encoding/ansi-escape.ts';
import { bidiControl } from './encoding/bidi-control.ts';
import { controlChar } from './encoding/control-char.ts';
import { htmlEntity } from './encoding/html-entity.ts';
import { literalEscape } from './encoding/literal-escape.ts';
import { loneSurrogate } from './encoding/lone-surrogate.ts';
import { mixedNewlines } from './encoding/mixed-newlines.ts';
import { mixedNormalisation } from './encoding/mixed-normalisation.ts';
import { mixedScriptWord } from './encoding/mixed-script-word.ts';
import { mojibake } from './encoding/mojibake.ts';
import { noncharacter } from './encoding/noncharacter.ts';
import { nul } from './encoding/nul.ts';
import { oddSpace } from './encoding/odd-space.ts';
import { privateUse } from './encoding/private-use.ts';
import { replacementChar } from './encoding/replacement-char.ts';
import { tagChars } from './encoding/tag-chars.ts';
import { zeroWidth } from './encoding/zero-width.ts';
import { absenceDrift } from './extraction/absence-drift.ts';
import { duplicateItems } from './extraction/duplicate-items.ts';
import { enumDrift } from './extraction/enum-drift.ts';
import { inconsistentKeys } from './extraction/inconsistent-keys.ts';
import { inconsistentTypes } from './extraction/inconsistent-types.ts';
import { invalidJson as extractionInvalidJson } from './extraction/invalid-json.ts';
import { keyOrderDrift } from './extraction/key-order-drift.ts';
import { noNegatives } from './extraction/no-negatives.ts';
import { offsetMismatch } from './extraction/offset-mismatch.ts';
import { promptSchemaMismatch } from './extraction/prompt-schema-mismatch.ts';
import { rootType } from './extraction/root-type.ts';
import { schemaViolation as extractionSchemaViolation } from './extraction/schema-violation.ts';
import { serialisationDrift } from './extraction/serialisation-drift.ts';
import { spanNotInInput } from './extraction/span-not-in-input.ts';
import { valueFormatDrift } from './extraction/value-format-drift.ts';
import { wrapped } from './extraction/wrapped.ts';
import { ruleCrash } from './internal/rule-crash.ts';
import { contradictionNear } from './labels/contradiction-near.ts';
import { declaredButAbsent } from './labels/declared-but-absent.ts';
import { formatDrift } from './labels/format-drift.ts';
import { imbalance } from './labels/imbalance.ts';
import { leakInPrompt } from './labels/leak-in-prompt.ts';
import { missing } from './labels/missing.ts';
import { multiLabelOrder } from './labels/multi-label-order.ts';
import { nearIdentical as labelsNearIdentical } from './labels/near-identical.ts';
import { notInSet } from './labels/not-in-set.ts';
import { optionsMismatch } from './labels/options-mismatch.ts';
import { shortcutToken } from './labels/shortcut-token.ts';
import { singleClass } from './labels/single-class.ts';
import { sortedByLabel } from './labels/sorted-by-label.ts';
import { variant } from './labels/variant.ts';
import { creditCard } from './pii/credit-card.ts';
import { email } from './pii/email.ts';
import { homePath } from './pii/home-path.ts';
import { iban } from './pii/iban.ts';
import { ipAddress } from './pii/ip-address.ts';
import { phone } from './pii/phone.ts';
import { signedUrl } from './pii/signed-url.ts';
import { usSsn } from './pii/us-ssn.ts';
import { contradictory } from './preference/contradictory.ts';
import { duplicatePair } from './preference/duplicate-pair.ts';
import { formatBias } from './preference/format-bias.ts';
import { identical } from './preference/identical.ts';
import { invertedMargin } from './preference/inverted-margin.ts';
import { lengthBias } from './preference/length-bias.ts';
import { lowMargin } from './preference/low-margin.ts';
import { missingSide } from './preference/missing-side.ts';
import { nearIdentical as preferenceNearIdentical } from './preference/near-identical.ts';
import { oneSidedSource } from './preference/one-sided-source.ts';
import { promptMismatch } from './preference/prompt-mismatch.ts';
import { shape } from './preference/shape.ts';
import { sharedPrefix } from './preference/shared-prefix.ts';
import { swapHint } from './preference/swap-hint.ts';
import { trivialNegatives } from './preference/trivial-negatives.ts';
import { aiDisclaimer } from './residue/ai-disclaimer.ts';
import { apologyOpener } from './residue/apology-opener.ts';
import { boilerplateCloser } from './residue/boilerplate-closer.ts';
import { boilerplateOpener } from './residue/boilerplate-opener.ts';
import { chatMarkup } from './residue/chat-markup.ts';
import { citationArtifact } from './residue/citation-artifact.ts';
import { judgeScaffold } from './residue/judge-scaffold.ts';
import { knowledgeCutoff } from './residue/knowledge-cutoff.ts';
import { metaCommentary } from './residue/meta-commentary.ts';
import { reasoningTag } from './residue/reasoning-tag.ts';
import { redactionMarker } from './residue/redaction-marker.ts';
import { refusal } from './residue/refusal.ts';
import { refusalShare } from './residue/refusal-share.ts';
import { someReasoning } from './residue/some-reasoning.ts';
import { specialToken } from './residue/special-token.ts';
import { systemPromptLeak } from './residue/system-prompt-leak.ts';
import { teacherIdentity } from './residue/teacher-identity.ts';
import { toolMarkup } from './residue/tool-markup.ts';
import { uiPaste } from './residue/ui-paste.ts';
import { firstNotUser } from './roles/first-not-user.ts';
import { invalidWeight } from './roles/invalid-weight.ts';
import { lastNotAssistant } from './roles/last-not-assistant.ts';
import { likelySwapped } from './roles/likely-swapped.ts';
import { noAssistant } from './roles/no-assistant.ts';
import { notAlternating } from './roles/not-alternating.ts';
import { nothingTrained } from './roles/nothing-trained.ts';
import { repeatedTurn } from './roles/repeated-turn.ts';
import { systemPosition } from './roles/system-position.ts';
import { unknownRole } from './roles/unknown-role.ts';
import { connectionString } from './secrets/connection-string.ts';
import { generic } from './secrets/generic.ts';
import { jwt } from './secrets/jwt.ts';
import { privateKey } from './secrets/private-key.ts';
import { providerKey } from './secrets/provider-key.ts';
import { expiredSuppression } from './settings/expired-suppression.ts';
import { unusedSuppression } from './settings/unused-suppression.ts';
import { belowGoal } from './size/below-goal.ts';
import { effective } from './size/effective.ts';
import { perClassMinimum } from './size/per-class-minimum.ts';
import { arrayInJsonl } from './structure/array-in-jsonl.ts';
import { arrayInObject } from './structure/array-in-object.ts';
import { blankLine } from './structure/blank-line.ts';
import { bom } from './structure/bom.ts';
import { brokenArray } from './structure/broken-array.ts';
import { brokenTable as structureBrokenTable } from './structure/broken-table.ts';
import { damagedFile } from './structure/damaged-file.ts';
import { dangerousKey } from './structure/dangerous-key.ts';
import { duplicateKey } from './structure/duplicate-key.ts';
import { emptyMessages } from './structure/empty-messages.ts';
import { fileLimits } from './structure/file-limits.ts';
import { invalidJson as structureInvalidJson } from './structure/invalid-json.ts';
import { invalidUtf8 } from './structure/invalid-utf8.ts';
import { lineSeparator } from './structure/line-separator.ts';
import { lineTooLong } from './structure/line-too-long.ts';
import { minRecords } from './structure/min-records.ts';
import { missingField } from './structure/missing-field.ts';
import { mixedFormats } from './structure/mixed-formats.ts';
import { notADataset } from './structure/not-a-dataset.ts';
import { notAnObject } from './structure/not-an-object.ts';
import { nullContent } from './structure/null-content.ts';
import { numberPrecision } from './structure/number-precision.ts';
import { prettyPrinted } from './structure/pretty-printed.ts';
import { raggedRow } from './structure/ragged-row.ts';
import { repeatedKey } from './structure/repeated-key.ts';
import { schemaViolation as structureSchemaViolation } from './structure/schema-violation.ts';
import { tooDeep } from './structure/too-deep.ts';
import { unknownFormat } from './structure/unknown-format.ts';
import { unknownKey } from './structure/unknown-key.ts';
import { wrongType } from './structure/wrong-type.ts';
import { fewRecords } from './target/few-records.ts';
import { largeUpload } from './target/large-upload.ts';
import { mediaRecords } from './target/media-records.ts';
import { oldFacts } from './target/old-facts.ts';
import { recordsByEpochs } from './target/records-by-epochs.ts';
import { serviceStatus } from './target/service-status.ts';
import { tokensByEpochs } from './target/tokens-by-epochs.ts';
import { unexpectedFormat } from './target/unexpected-format.ts';
import { validationMissing } from './target/validation-missing.ts';
import { validationSize } from './target/validation-size.ts';
import { inflation } from './tokens/inflation.ts';
import { lossShare } from './tokens/loss-share.ts';
import { overContext } from './tokens/over-context.ts';
import { alwaysCalled } from './tools/always-called.ts';
import { argumentsNotJson } from './tools/arguments-not-json.ts';
import { argumentsSchema } from './tools/arguments-schema.ts';
import { declarationDrift } from './tools/declaration-drift.ts';
import { duplicateCall } from './tools/duplicate-call.ts';
import { emptyResult } from './tools/empty-result.ts';
import { idMissing } from './tools/id-missing.ts';
import { idReuse } from './tools/id-reuse.ts';
import { invalidDeclaration } from './tools/invalid-declaration.ts';
import { missingDeclaration } from './tools/missing-declaration.ts';
import { missingResult } from './tools/missing-result.ts';
import { neverCalled } from './tools/never-called.ts';
import { orphanResult } from './tools/orphan-result.ts';
import { resultOrder } from './tools/result-order.ts';
import { undeclaredArgument } from './tools/undeclared-argument.ts';
import { undeclaredTool } from './tools/undeclared-tool.ts';
import { ungroundedArgument } from './tools/ungrounded-argument.ts';

export const RULES: readonly Rule[] = [
  structureInvalidJson,
  prettyPrinted,
  lineTooLong,
  tooDeep,
  invalidUtf8,
  bom,
  lineSeparator,
  blankLine,
  arrayInJsonl,
  arrayInObject,
  brokenArray,
  structureBrokenTable,
  raggedRow,
  damagedFile,
  notADataset,
  notAnObject,
  unknownFormat,
  mixedFormats,
  duplicateKey,
  repeatedKey,
  missingField,
  wrongType,
  nullContent,
  emptyMessages,
  unknownKey,
  structureSchemaViolation,
  minRecords,
  fileLimits,
  dangerousKey,
  numberPrecision,
  unknownRole,
  invalidWeight,
  noAssistant,
  lastNotAssistant,
  nothingTrained,
  firstNotUser,
  likelySwapped,
  notAlternating,
  repeatedTurn,
  systemPosition,
  emptyAnswer,
  bracketSlot,
  brokenJson,
  contentBrokenTable,
  edgeWhitespace,
  elidedOutput,
  emptyPrompt,
  inconsistentTerminator,
  lengthCapSpike,
  mergedRecords,
  noinputMarker,
  placeholderText,
  placeholderValue,
  todoMarker,
  truncatedStrong,
  truncatedWeak,
  unbalancedFence,
  unfilledTemplate,
  htmlResidue,
  mojibake,
  ansiEscape,
  bidiControl,
  controlChar,
  htmlEntity,
  literalEscape,
  loneSurrogate,
  mixedNewlines,
  mixedScriptWord,
  noncharacter,
  nul,
  oddSpace,
  privateUse,
  replacementChar,
  tagChars,
  zeroWidth,
  mixedNormalisation,
  specialToken,
  refusal,
  aiDisclaimer,
  apologyOpener,
  boilerplateCloser,
  boilerplateOpener,
  chatMarkup,
  citationArtifact,
  judgeScaffold,
  knowledgeCutoff,
  metaCommentary,
  reasoningTag,
  redactionMarker,
  refusalShare,
  someReasoning,
  systemPromptLeak,
  teacherIdentity,
  toolMarkup,
  uiPaste,
  equalsInput,
  constantOutput,
  claimsAction,
  copiesPrompt,
  missingContext,
  repetitionLoop,
  unexpectedScript,
  urlOnlyContext,
  fabricatedUrl,
  impossibleRequest,
  languageMismatch,
  mixedLanguage,
  ngramRepetition,
  tooLong,
  tooShort,
  missing,
  notInSet,
  variant,
  singleClass,
  imbalance,
  declaredButAbsent,
  labelsNearIdentical,
  formatDrift,
  optionsMismatch,
  leakInPrompt,
  shortcutToken,
  sortedByLabel,
  multiLabelOrder,
  contradictionNear,
  extractionInvalidJson,
  extractionSchemaViolation,
  rootType,
  wrapped,
  offsetMismatch,
  inconsistentKeys,
  inconsistentTypes,
  absenceDrift,
  spanNotInInput,
  enumDrift,
  promptSchemaMismatch,
  keyOrderDrift,
  serialisationDrift,
  valueFormatDrift,
  duplicateItems,
  noNegatives,
  argumentsNotJson,
  argumentsSchema,
  invalidDeclaration,
  undeclaredTool,
  orphanResult,
  missingResult,
  alwaysCalled,
  declarationDrift,
  idReuse,
  missingDeclaration,
  idMissing,
  resultOrder,
  duplicateCall,
  emptyResult,
  neverCalled,
  undeclaredArgument,
  ungroundedArgument,
  missingSide,
  shape,
  promptMismatch,
  identical,
  preferenceNearIdentical,
  sharedPrefix,
  contradictory,
  duplicatePair,
  invertedMargin,
  lowMargin,
  swapHint,
  lengthBias,
  formatBias,
  oneSidedSource,
  trivialNegatives,
  overContext,
  inflation,
  lossShare,
  exact,
  normalised,
  near,
  conflictingAnswers,
  conversationPrefix,
  templateCluster,
  repeatedOpening,
  someSystem,
  lowDiversity,
  order,
  positionBias,
  systemDrift,
  belowGoal,
  effective,
  perClassMinimum,
  unexpectedFormat,
  fewRecords,
  recordsByEpochs,
  tokensByEpochs,
  mediaRecords,
  largeUpload,
  validationSize,
  validationMissing,
  serviceStatus,
  providerKey,
  privateKey,
  connectionString,
  jwt,
  generic,
  email,
  phone,
  creditCard,
  iban,
  usSsn,
  ipAddress,
  homePath,
  signedUrl,
  oldFacts,
  expiredSuppression,
  unusedSuppression,
  ruleCrash,
  ngram,
  rephrased,
];

/** A rule by its id or by a name it once had. */
export const findRule = (name: string): Rule | undefined =>
  RULES.find(({ id, formerly }) => id === name || formerly?.includes(name) === true);
