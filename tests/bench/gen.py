#!/usr/bin/env python3
"""gen.py N DIR [--seed S] - write a volume of N two-language papers into DIR/diglot, figures on it into DIR/stat.json.

Each paper has a title, a speaker, an affiliation, 4 headings, 25 paragraph pairs, 3 notes, a list of 5 items and
a table; its sentences are drawn from corpus.py. Same N and seed, same bytes."""
import argparse
import json
import random
from html import escape
from pathlib import Path

import corpus

N_PARAGRAPHS = 25
HEADING_AT = (0, 7, 13, 20)
LIST_AFTER = 10
TABLE_AFTER = 17
LANGUAGES = ("ru", "en")


def draw_sentence(draw, pair):
    """One pair of sentences with its slots filled, now and then behind an opener."""
    russian, english = pair
    country, body = draw.choice(corpus.SLOTS["c"]), draw.choice(corpus.SLOTS["o"])
    slots = {
        "n": draw.randint(5, 20),
        "k": draw.randint(2, 4),
        "y": draw.randint(1998, 2024),
        "p": draw.choice([12, 15, 17, 25, 28, 36, 47]),
        "c_ru": country[0], "c_en": country[1], "o_ru": body[0], "o_en": body[1],
    }
    if draw.random() < 0.42 and not russian.startswith(corpus.NO_OPENER):
        opener = draw.choice(corpus.OPENERS)
        russian = opener[0] + russian[0].lower() + russian[1:]
        english = opener[1] + english[0].lower() + english[1:]
    return russian.format(**slots), english.format(**slots)


def draw_paragraph(draw):
    """The sentences of one paragraph, per language."""
    length = draw.choices([1, 2, 3, 4, 5, 6], [1, 4, 6, 5, 3, 1])[0]
    sentences = [draw_sentence(draw, pair) for pair in draw.sample(corpus.PAIRS, length)]
    return [s[0] for s in sentences], [s[1] for s in sentences]


def draw_table(draw):
    return [(name, [str(draw.randint(40, 990)), f"{draw.randint(-20, 60):+d}", str(draw.randint(2, 96))])
            for name in corpus.TABLE_ROWS]


def draw_paper(draw, index):
    """One paper: title, speaker and affiliation as pairs, and its blocks as (kind, content)."""
    paper = {
        "title": corpus.TITLES[index % len(corpus.TITLES)],
        "speaker": draw.choice(corpus.SPEAKERS),
        "affiliation": draw.choice(corpus.AFFILS),
        "blocks": [],
    }
    headings = draw.sample(corpus.HEADS, len(HEADING_AT))
    noted = sorted(draw.sample(range(N_PARAGRAPHS), 3))
    notes = draw.sample(corpus.NOTES, 3)
    for place in range(N_PARAGRAPHS):
        if place in HEADING_AT:
            paper["blocks"].append(("heading", headings[HEADING_AT.index(place)]))
        texts = draw_paragraph(draw)
        note = None
        if place in noted:
            note = (notes[noted.index(place)], draw.randrange(len(texts[0])))
        paper["blocks"].append(("paragraph", (texts, note)))
        if place == LIST_AFTER:
            paper["blocks"].append(("list", corpus.ITEMS))
        if place == TABLE_AFTER:
            paper["blocks"].append(("table", draw_table(draw)))
    return paper


def text(string):
    """Escaped, initials kept with the surname."""
    for initials in ("А. В. ", "A. V. "):
        string = string.replace(initials, initials.replace(" ", "\u00a0"))
    return escape(string)


def paragraph_xml(content, side):
    texts, note = content
    sentences = [text(sentence) for sentence in texts[side]]
    if note:
        sentences[note[1]] += f"<fn><p>{text(note[0][side])}</p></fn>"
    return f"<p>{' '.join(sentences)}</p>"


def list_xml(items, side):
    points = "".join(f"<list-item><p>{escape(item[side])}</p></list-item>" for item in items)
    return f'<list list-type="bullet">{points}</list>'


def table_xml(rows, side):
    head = "".join(f"<th>{escape(cell[side])}</th>" for cell in corpus.TABLE_HEAD)
    body = "".join(
        f"<tr><td>{escape(name[side])}</td>{''.join(f'<td>{value}</td>' for value in values)}</tr>"
        for name, values in rows)
    return (f"<table-wrap><caption><p>{escape(corpus.TABLE_CAP[side])}</p></caption>"
            f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></table-wrap>")


def article_xml(paper, side):
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>\n<article xmlns:xlink="http://www.w3.org/1999/xlink"'
        f' article-type="research-article" dtd-version="1.4" xml:lang="{LANGUAGES[side]}">',
        "<front><article-meta><title-group>"
        f"<article-title>{escape(paper['title'][side])}</article-title></title-group>",
        '<contrib-group><contrib contrib-type="author">'
        f"<string-name>{escape(paper['speaker'][side])}</string-name><aff>{escape(paper['affiliation'][side])}</aff>"
        "</contrib></contrib-group></article-meta></front>\n<body>",
    ]
    in_section = False
    for kind, content in paper["blocks"]:
        if kind == "heading":
            if in_section:
                lines.append("</sec>")
            in_section = True
            lines.append(f"<sec><title>{escape(content[side])}</title>")
        elif kind == "paragraph":
            lines.append(paragraph_xml(content, side))
        elif kind == "list":
            lines.append(list_xml(content, side))
        else:
            lines.append(table_xml(content, side))
    lines.append("</sec>")
    return "\n".join(lines) + "\n</body></article>\n"


def volume_xml(n):
    items = "\n".join(f'<item href="talks/t{number:04d}"/>' for number in range(1, n + 1))
    return ('<?xml version="1.0" encoding="utf-8"?>\n'
            f'<volume xmlns="urn:diglot:volume:1" languages="ru en" style="forum" id="bench-{n}" matter="contents">\n'
            f'<title xml:lang="ru">{escape(corpus.BOOK[0])}</title>\n'
            f'<title xml:lang="en">{escape(corpus.BOOK[1])}</title>\n'
            '<part id="talks">\n<title xml:lang="ru">Доклады</title>\n<title xml:lang="en">Papers</title>\n'
            f"{items}\n</part>\n</volume>\n")


def figures(papers):
    texts = [content[0] for paper in papers for kind, content in paper["blocks"] if kind == "paragraph"]
    russian, english = (sum(len(" ".join(text[side])) for text in texts) for side in (0, 1))
    return {
        "talks": len(papers),
        "pairs": len(texts),
        "ru_chars": russian,
        "en_chars": english,
        "ru_over_en": round(russian / english, 3),
        "source_chars": russian + english,
        "words": sum(len(" ".join(text[0] + text[1]).split()) for text in texts),
    }


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("n", type=int)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--seed", type=int, default=20260101)
    options = arguments.parse_args()

    draw = random.Random(options.seed)
    papers = [draw_paper(draw, index) for index in range(options.n)]
    volume = options.folder / "diglot"
    (volume / "talks").mkdir(parents=True, exist_ok=True)
    for number, paper in enumerate(papers, 1):
        for side, language in enumerate(LANGUAGES):
            path = volume / "talks" / f"t{number:04d}.{language}.xml"
            path.write_text(article_xml(paper, side), encoding="utf-8")
    (volume / "volume.xml").write_text(volume_xml(options.n), encoding="utf-8")
    (options.folder / "stat.json").write_text(json.dumps(figures(papers)), encoding="utf-8")
    print(json.dumps(figures(papers)))


if __name__ == "__main__":
    main()
