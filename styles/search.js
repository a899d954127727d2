// search.js - finds pairs in both languages. The index lies in small scripts beside the page, so that it loads from
// a disk, too; a query loads the few that it needs. What stands in them is told in src/web/search-shards.c.
(function () {
  "use strict";
  var SHOWN = 8; // results at a time
  var FORMS = 60; // that a beginning of a word stands for
  var ENDING = 3; // letters that another form of a word may have in its place
  var LEAST_STEM = 4;
  var SNIPPET = 260; // characters of a text
  var WORD = /[\p{L}\p{M}\p{N}]+(?:(?:['’.](?=[\p{L}\p{N}])|[,:](?=\p{N}))[\p{L}\p{M}\p{N}]+)*/gu;
  var index = null;
  var taken = { words: {}, names: {}, texts: {} };
  var waiting = {};

  window.diglotSearch = {
    take: function (kind, number, content) {
      if (kind === "index") {
        index = content;
        return;
      }
      taken[kind][number] = content;
      (waiting[kind + number] || []).forEach(function (resolve) {
        resolve(content);
      });
      delete waiting[kind + number];
    },
  };

  function load(kind, number) {
    if (taken[kind][number]) return Promise.resolve(taken[kind][number]);
    return new Promise(function (resolve, reject) {
      var key = kind + number;
      var asked = key in waiting;
      (waiting[key] = waiting[key] || []).push(resolve);
      if (asked) return;
      var script = document.createElement("script");
      script.src = index[kind][number][1];
      script.onerror = reject;
      document.head.append(script);
    });
  }

  // ---- words ----

  // As dg_fold does it.
  function fold(word) {
    return word.normalize("NFC").toLowerCase().replace(/[\u0300-\u036f\u00ad'’]/g, "").replace(/ё/g, "е")
      .replace(/(^|[^0-9])[.,:]+|[.,:]+(?![0-9])/g, "$1");
  }

  function words(text) {
    return (text.match(WORD) || []).map(fold).filter(Boolean);
  }

  // The last shard that begins at or before `key`.
  function shardOf(kind, key) {
    var low = 0;
    var high = index[kind].length - 1;
    while (low < high) {
      var middle = (low + high + 1) >> 1;
      if (index[kind][middle][0] <= key) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  // The shards that may hold what begins with `start`.
  function shardsFrom(kind, start) {
    var first = shardOf(kind, start);
    var numbers = [];
    for (var i = first; i < index[kind].length && numbers.length < 3; i += 1)
      if (i === first || index[kind][i][0].startsWith(start)) numbers.push(i);
    return numbers;
  }

  function loadAll(kind, numbers) {
    return Promise.all(numbers.map(function (number) {
      return load(kind, number);
    }));
  }

  // Of the lines of a shard those that begin with `start`.
  function linesFrom(lines, start) {
    var found = [];
    for (var at = ("\n" + lines).indexOf("\n" + start); at >= 0; at = ("\n" + lines).indexOf("\n" + start, at + 1)) {
      found.push(lines.slice(at, lines.indexOf("\n", at)));
      if (found.length === FORMS) break;
    }
    return found;
  }

  // What a query word matches: terms by side, and the forms to be marked in the texts.
  function Match() {
    this.terms = [];
    this.seen = {};
    this.forms = new Set();
    this.common = false;
  }

  Match.prototype.add = function (number, shard, line) {
    var match = this;
    line.slice(line.indexOf(" ") + 1).split(",").forEach(function (term) {
      var postings = shard[1][term];
      var key = number + "." + term;
      if (match.seen[key]) return;
      match.seen[key] = true;
      if (postings[1] === "*") match.common = true;
      else match.terms.push(postings);
      shard[0].split("\n").forEach(function (other) {
        var cut = other.indexOf(" ");
        if (other.slice(cut + 1).split(",").indexOf(term) >= 0) match.forms.add(other.slice(0, cut));
      });
    });
  };

  // The word itself; where no text has it, what begins with it or shares all but its ending.
  function addForm(match, word, whole) {
    var numbers = shardsFrom("words", word.slice(0, Math.max(LEAST_STEM, word.length - ENDING)));
    return loadAll("words", numbers).then(function (shards) {
      function add(start, fits) {
        var any = false;
        shards.forEach(function (shard, i) {
          linesFrom(shard[0], start).filter(fits).forEach(function (line) {
            any = true;
            match.add(numbers[i], shard, line);
          });
        });
        return any;
      }
      if (add(word + " ", Boolean) || whole || word.length < 2 || add(word, Boolean)) return;
      for (var n = word.length - 1; n >= LEAST_STEM && n >= word.length - ENDING; n -= 1)
        if (add(word.slice(0, n), function (line) {
          return line.indexOf(" ") <= n + ENDING;
        })) return;
    });
  }

  // ---- names: what sounds alike in either script; as dg_word_sounds does it ----

  function soundOf(letter) {
    if (letter >= "a" && letter <= "z") return index.latin[letter.charCodeAt(0) - 97];
    if (letter >= "а" && letter <= "я") return index.cyrillic[letter.charCodeAt(0) - 0x430];
    return ".";
  }

  function skeleton(word) {
    var sounds = "";
    var before = ".";
    for (var at = 0; at < word.length;) {
      var together = index.together.find(function (rule) {
        return word.startsWith(rule[0], at);
      });
      var sound = together ? together[2] : soundOf(word[at]);
      if (sound !== "." && !(sound === before && sounds.endsWith(sound))) sounds += sound === "x" ? "ks" : sound;
      before = sound;
      at += together ? together[1] : 1;
    }
    return sounds;
  }

  // Groups of vowels, soft signs and й among them; a word that begins with one differs from one that does not.
  function vowels(word) {
    var groups = word.replace(/[^a-zа-я]/g, "a").match(/[aeiouyаеийоуъыьэюя]+/g) || [];
    return { n: groups.length, first: /^[aeiouyаеийоуыэюя]/.test(word) };
  }

  // What the skeleton reads in English, and as it would be read in French and German.
  function spellings(word) {
    var readings = ["ch", "sh", "kh"].map(function (sound) {
      return word.replace(/(^|[^ts])ch/g, "$1" + sound);
    });
    var all = readings.concat(readings.map(function (reading) {
      return reading.replace(/j/g, "y");
    }));
    return all.filter(function (spelling, i) {
      return all.indexOf(spelling) === i;
    });
  }

  function namesLike(word) {
    var seen = {};
    return Promise.all(spellings(word).map(function (spelling) {
      var sounds = skeleton(spelling);
      if (sounds.length < 2 || !index.names.length) return [];
      return load("names", shardOf("names", sounds)).then(function (lines) {
        return linesFrom(lines, sounds + " ").map(function (line) {
          return line.split(" ")[1];
        }).filter(function (name) {
          var own = vowels(spelling);
          var other = vowels(name);
          var alike = Math.abs(own.n - other.n) <= 1 && own.first === other.first && name !== word && !seen[name];
          if (alike) seen[name] = true;
          return alike;
        });
      });
    })).then(function (lists) {
      return lists.flat();
    });
  }

  function matchOf(word) {
    var match = new Match();
    return addForm(match, word, false).then(function () {
      return word.length > 2 ? namesLike(word) : [];
    }).then(function (names) {
      return Promise.all(names.map(function (name) {
        return addForm(match, name, true);
      }));
    }).then(function () {
      return match;
    });
  }

  // ---- pairs ----

  // Calls back with pair, side and positions of each posting.
  function eachPosting(term, call) {
    var pair = 0;
    if (term.length < 2) return;
    term.slice(1).split(" ").forEach(function (posting) {
      var parts = posting.split(".");
      var position = 0;
      pair += parseInt(parts[0], 36);
      call(pair, term[0], parts.slice(1).map(function (part) {
        position += parseInt(part, 36);
        return position;
      }));
    });
  }

  // pair > { hits, "L": positions, "R": positions } of one word.
  function pairsOf(match) {
    var pairs = new Map();
    match.terms.forEach(function (term) {
      eachPosting(term, function (pair, side, positions) {
        var place = pairs.get(pair) || { L: [], R: [], hits: 0 };
        place[side] = place[side].concat(positions);
        place.hits += positions.length;
        pairs.set(pair, place);
      });
    });
    return pairs;
  }

  // Whether the words stand behind each other; a word that is too common to be kept fits everywhere.
  function holdsPhrase(places) {
    return ["L", "R"].some(function (side) {
      var first = places.findIndex(Boolean);
      return first >= 0 && places[first][side].some(function (start) {
        return places.every(function (place, i) {
          return place === null || place[side].indexOf(start + i - first) >= 0;
        });
      });
    });
  }

  function keepPhrase(parts, pairs) {
    var first = pairs[parts.findIndex(function (match) {
      return !match.common;
    })];
    var kept = new Map();
    if (first) first.forEach(function (place, pair) {
      var places = parts.map(function (match, i) {
        return match.common ? null : pairs[i].get(pair) || { L: [], R: [] };
      });
      if (holdsPhrase(places)) kept.set(pair, place);
    });
    return kept;
  }

  // "«a phrase» and words" to lists of words: one for each phrase, one for each other word.
  function parse(query) {
    var parts = [];
    query.replace(/["«“„]([^"»“”]*)["»“”]|[^\s"«»“”„]+/g, function (whole, phrase) {
      if (phrase !== undefined) parts.push(words(phrase));
      else words(whole).forEach(function (word) {
        parts.push([word]);
      });
      return "";
    });
    return parts.filter(function (part) {
      return part.length > 0;
    });
  }

  // Pairs with all parts first, then by how rare and how many the words in them are.
  function rank(parts) {
    var scores = new Map();
    parts.forEach(function (pairs) {
      var weight = Math.log(1 + index.pairs / (1 + pairs.size));
      pairs.forEach(function (place, pair) {
        var score = scores.get(pair) || { pair: pair, parts: 0, weight: 0 };
        score.parts += 1;
        score.weight += weight * (1 + Math.log(place.hits));
        scores.set(pair, score);
      });
    });
    var ranked = Array.from(scores.values());
    var most = ranked.reduce(function (max, score) {
      return Math.max(max, score.parts);
    }, 0);
    return ranked.filter(function (score) {
      return score.parts === most;
    }).sort(function (a, b) {
      return b.weight - a.weight || a.pair - b.pair;
    });
  }

  function find(query) {
    var parts = parse(query);
    return Promise.all(parts.map(function (part) {
      return Promise.all(part.map(matchOf));
    })).then(function (matches) {
      var forms = new Set();
      var common = matches.length > 0;
      var found = matches.map(function (part) {
        part.forEach(function (match) {
          match.forms.forEach(function (form) {
            forms.add(form);
          });
        });
        var pairs = part.map(pairsOf);
        common = common && part.every(function (match) {
          return match.common && match.terms.length === 0;
        });
        return part.length > 1 ? keepPhrase(part, pairs) : pairs[0];
      }).filter(function (pairs, i) {
        return !(matches[i].length === 1 && matches[i][0].common && pairs.size === 0);
      });
      return { ranked: rank(found), forms: forms, common: common };
    });
  }

  // ---- results ----

  function element(tag, className, text) {
    var made = document.createElement(tag);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  }

  // The text around its first match, with every match marked.
  function snippet(text, forms) {
    var marks = [];
    text.replace(WORD, function (word, at) {
      if (forms.has(fold(word))) marks.push([at, at + word.length]);
      return word;
    });
    var start = 0;
    var end = text.length;
    if (end > SNIPPET) {
      start = Math.max(0, (marks.length ? marks[0][0] : 0) - SNIPPET / 3);
      start = start > 0 ? text.indexOf(" ", start) + 1 : 0;
      end = start + SNIPPET < text.length ? text.lastIndexOf(" ", start + SNIPPET) : text.length;
    }
    var paragraph = element("p");
    var at = start;
    if (start > 0) paragraph.append("…\u00a0");
    marks.forEach(function (mark) {
      if (mark[0] < at || mark[1] > end) return;
      paragraph.append(text.slice(at, mark[0]), element("mark", "", text.slice(mark[0], mark[1])));
      at = mark[1];
    });
    paragraph.append(text.slice(at, end));
    if (end < text.length) paragraph.append("\u00a0…");
    return paragraph;
  }

  function resultOf(entry, forms, suffix) {
    var item = index.items[entry[0]];
    var result = element("li", "result");
    var link = element("a");
    var texts = element("div", "pair");
    link.href = item[0] + suffix + "#" + encodeURIComponent(entry[1].replace(/\s/g, "_"));
    index.languages.forEach(function (language, side) {
      if (item[side + 1] && !(side && item[side + 1] === item[side])) {
        var title = element("span", side ? "right" : "left", item[side + 1]);
        title.lang = language;
        link.append(title, " ");
      }
      if (!entry[side + 2]) return;
      var text = element("div", side ? "right" : "left");
      text.lang = language;
      text.append(snippet(entry[side + 2], forms));
      texts.append(text);
    });
    var heading = element("h2", "pair");
    heading.append(link);
    result.append(heading, texts);
    return result;
  }

  function entryOf(pair) {
    var low = 0;
    var high = index.texts.length - 1;
    while (low < high) {
      var middle = (low + high + 1) >> 1;
      if (index.texts[middle][0] <= pair) low = middle;
      else high = middle - 1;
    }
    return load("texts", low).then(function (entries) {
      return entries[pair - index.texts[low][0]];
    });
  }

  function showMore(page, found, from) {
    var list = page.results.querySelector("ol") || page.results.appendChild(element("ol", "results"));
    return Promise.all(found.ranked.slice(from, from + SHOWN).map(function (score) {
      return entryOf(score.pair);
    })).then(function (entries) {
      entries.forEach(function (entry) {
        list.append(resultOf(entry, found.forms, page.suffix));
      });
      page.more.hidden = from + SHOWN >= found.ranked.length;
      page.more.onclick = function () {
        var last = list.lastElementChild;
        showMore(page, found, from + SHOWN).then(function () {
          if (last.nextElementSibling) last.nextElementSibling.querySelector("a").focus();
        });
      };
    });
  }

  var turn = 0; // a slow answer to an older query is not shown
  function show(page, query) {
    var mine = (turn += 1);
    return find(query).then(function (found) {
      if (mine !== turn) return null;
      page.results.replaceChildren();
      page.more.hidden = true;
      if (!query.trim()) {
        page.status.textContent = "";
        return null;
      }
      page.status.textContent = found.ranked.length ? page.status.dataset.found + " " + found.ranked.length
        : found.common ? page.status.dataset.common : page.status.dataset.none;
      return showMore(page, found, 0);
    }).then(function () {
      if (mine === turn) page.results.dataset.query = query;
    });
  }

  document.addEventListener("DOMContentLoaded", function () {
    var form = document.querySelector("main form");
    if (!form || !index) return;
    var input = form.elements.q;
    var page = {
      results: document.getElementById("dg-results"),
      status: document.getElementById("dg-status"),
      more: document.getElementById("dg-more"),
      suffix: document.getElementById("dg-results").dataset.suffix,
    };
    function run() {
      var query = new URLSearchParams(location.search).get("q") || "";
      input.value = query;
      return show(page, query);
    }
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      try {
        history.pushState(null, "", "?q=" + encodeURIComponent(input.value));
      } catch (error) {
        // Some browsers keep the history of pages from a disk as it is.
        show(page, input.value);
        return;
      }
      run();
    });
    addEventListener("popstate", run);
    run();
  });
})();
