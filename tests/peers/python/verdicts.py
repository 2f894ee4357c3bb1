"""What the owners' own code says: a question as JSON on standard input, its answers as JSON on standard output.

A question is {"ask": NAME, "items": [...]}; the answers are as many, each {"ok": true or false} with the error's own
words where it is false, and what was asked for where it is true.
"""

import json
import os
import sys
import tempfile


def together(records):
    """The file check of Together's SDK, over each record as a file of one line."""
    from together.lib.utils.files import check_file

    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "data.jsonl")
        for record in records:
            with open(path, "w", encoding="utf-8") as file:
                file.write(json.dumps(record) + "\n")
            report = check_file(path)
            yield {"ok": report["is_check_passed"], "message": report["message"]}


CHAT_TEMPLATE = (
    "{% for message in messages %}<{{ message['role'] }}>{{ message['content'] }}</>{% endfor %}"
    "{% if add_generation_prompt %}<assistant>{% endif %}"
)


def lenient_tokenizer():
    """A tokenizer whose chat template refuses nothing, so that only TRL's own code does."""
    from tokenizers import Tokenizer, models
    from transformers import PreTrainedTokenizerFast

    words = Tokenizer(models.WordLevel({"<unk>": 0, "</s>": 1}, unk_token="<unk>"))
    tokenizer = PreTrainedTokenizerFast(tokenizer_object=words, unk_token="<unk>", eos_token="</s>")
    tokenizer.chat_template = CHAT_TEMPLATE
    return tokenizer


def tools_of(record):
    tools = record.get("tools")
    return json.loads(tools) if isinstance(tools, str) else tools


def trl_sft(records):
    """TRL's functions in the order in which SFTTrainer 1.16.0 calls them on a record (_prepare_dataset)."""
    from trl import data_utils as trl

    tokenizer = lenient_tokenizer()

    def prepare(record):
        if trl.is_conversational_from_value(record):
            record = trl.maybe_convert_to_chatml(record)
        conversational = trl.is_conversational(record)
        if not conversational:
            key = "text" if "text" in record else "completion" if "completion" in record else None
            if key is not None and not record[key].endswith(tokenizer.eos_token):
                record = {**record, key: record[key] + tokenizer.eos_token}
        options = {"tools": tools_of(record), **record.get("chat_template_kwargs", {})} if conversational else {}
        if "prompt" in record:
            trl._tokenize(tokenizer, record["prompt"], **options)
            trl._tokenize(tokenizer, record["prompt"] + record["completion"], **options)
        else:
            trl._tokenize(tokenizer, record["messages" if conversational else "text"], **options)

    for record in records:
        yield attempt(lambda: prepare(record))


def trl_dpo(records):
    """TRL's functions in the order in which DPOTrainer 1.16.0 calls them on a record (_prepare_dataset)."""
    from trl import data_utils as trl

    tokenizer = lenient_tokenizer()

    def prepare(record):
        if "prompt" not in record:
            record = trl.extract_prompt(record)
        conversational = trl.is_conversational(record)
        if not conversational:
            for key in ("chosen", "rejected"):
                if not record[key].endswith(tokenizer.eos_token):
                    record = {**record, key: record[key] + tokenizer.eos_token}
        options = {"tools": tools_of(record), **record.get("chat_template_kwargs", {})} if conversational else {}
        trl._tokenize(tokenizer, record["prompt"], **options)
        for key in ("chosen", "rejected"):
            trl._tokenize(tokenizer, record["prompt"] + record[key], **options)

    for record in records:
        yield attempt(lambda: prepare(record))


def mistral(records):
    """The validator of mistral-common for records to fine-tune on."""
    from mistral_common.protocol.instruct.request import ChatCompletionRequest
    from mistral_common.protocol.instruct.validator import MistralRequestValidatorV3, ValidationMode

    validator = MistralRequestValidatorV3(ValidationMode.finetuning)
    for record in records:
        yield attempt(lambda: validator.validate_request(ChatCompletionRequest(**record)))


def datasets(paths):
    """The rows that Hugging Face's library makes of each file, by the loader that its ending names."""
    from datasets import load_dataset

    loaders = {"jsonl": "json", "json": "json", "csv": "csv", "tsv": "csv", "parquet": "parquet"}
    for path in paths:
        ending = os.path.basename(path).split(".")[1]
        options = {"sep": "\t"} if ending == "tsv" else {}
        with tempfile.TemporaryDirectory() as cache:
            yield attempt(
                lambda: {
                    "rows": load_dataset(
                        loaders[ending], data_files=path, split="train", cache_dir=cache, **options
                    ).to_list()
                }
            )


def pyarrow(paths):
    """The types of each Parquet file's columns as Arrow names them, its row groups and its rows."""
    from pyarrow import parquet

    for path in paths:
        with parquet.ParquetFile(path) as file:
            types = {field.name: str(field.type) for field in file.schema_arrow}
            rows = file.read().to_pylist()
            yield {"ok": True, "types": types, "groups": file.num_row_groups, "rows": rows}


def attempt(make):
    try:
        made = make()
        return {"ok": True, **(made if isinstance(made, dict) else {})}
    except Exception as error:
        cause = error
        while cause.__cause__ is not None:
            cause = cause.__cause__
        return {"ok": False, "message": f"{type(cause).__name__}: {cause}"}


PEERS = {
    "together": together,
    "trl-sft": trl_sft,
    "trl-dpo": trl_dpo,
    "mistral": mistral,
    "datasets": datasets,
    "pyarrow": pyarrow,
}


def main():
    answers_to = os.fdopen(os.dup(1), "w", encoding="utf-8")
    # What the libraries print themselves is no answer.
    os.dup2(2, 1)
    question = json.load(sys.stdin)
    json.dump(list(PEERS[question["ask"]](question["items"])), answers_to)
    answers_to.close()


main()
