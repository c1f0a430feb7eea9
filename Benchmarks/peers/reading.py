"""Letters as Python packages read them: spaCy alone, or Presidio's analyser on it.

    reading.py spacy|presidio FOLDER

No statistical model of English is taken: spaCy splits words and sentences by rules, and Presidio has
its pattern recognisers and nothing from a model to recognise names with. Prints how many letters and
bytes, in how many seconds of processor time, and the most memory held. Start-up does not count.
"""

import json
import logging
import pathlib
import resource
import sys
import time

import spacy

logging.disable(logging.WARNING)


def english():
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    return nlp


def sentences():
    nlp = english()
    return lambda text: sum(1 for _ in nlp(text).sents)


def personal_data():
    from presidio_analyzer import AnalyzerEngine
    from presidio_analyzer.nlp_engine import SpacyNlpEngine

    class WithoutModel(SpacyNlpEngine):
        """spaCy as it is given; the usual engine loads a model by its name, or downloads it."""

        def __init__(self, nlp):
            super().__init__()
            self.nlp = {"en": nlp}

    engine = AnalyzerEngine(nlp_engine=WithoutModel(english()), supported_languages=["en"])
    return lambda text: len(engine.analyze(text, language="en"))


PEERS = {"spacy": sentences, "presidio": personal_data}


def main(name, folder):
    work = PEERS[name]()
    paths = sorted(pathlib.Path(folder).rglob("*.txt"))
    work(paths[0].read_text(errors="replace"))
    size, found = 0, 0
    began, start = time.perf_counter(), time.process_time()
    for path in paths:
        written = path.read_bytes()
        size += len(written)
        found += work(written.decode(errors="replace"))
    print(json.dumps({
        "letters": len(paths),
        "bytes": size,
        "seconds": time.process_time() - start,
        "elapsed": time.perf_counter() - began,
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
        "found": found,
    }))


if __name__ == "__main__":
    main(*sys.argv[1:])
