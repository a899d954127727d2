"""names.py NAMES FOLDER - a volume of one item in which each name of the list stands once, in Russian only."""
import pathlib
import sys

names = [line.split("\t")[0] for line in open(sys.argv[1], encoding="utf-8") if not line.startswith("#")]
folder = pathlib.Path(sys.argv[2])
folder.mkdir(parents=True, exist_ok=True)
(folder / "volume.xml").write_text(
    '<volume xmlns="urn:diglot:volume:1" languages="ru en" style="forum" id="names">'
    '<title xml:lang="ru">Имена</title><title xml:lang="en">Surnames</title><item href="list"/></volume>',
    encoding="utf-8")
ARTICLE = ('<article xml:lang="{0}"><front><article-meta><title-group><article-title>{1}</article-title>'
           '</title-group></article-meta></front><body>{2}</body></article>')
texts = {
    "ru": ("Список", "Выступил докладчик {}, и собрание его слушало."),
    "en": ("List", "The speaker took the floor, and the meeting listened."),
}
for language, (title, sentence) in texts.items():
    body = "".join(f'<p id="p{i}">{sentence.format(name)}</p>' for i, name in enumerate(names))
    (folder / f"list.{language}.xml").write_text(ARTICLE.format(language, title, body), encoding="utf-8")
