// search-results.js - answers a query: which pairs have all that it asks for, in what order, and how they are shown.
(function () {
  "use strict";
  var search = window.diglotSearch;
  var SHOWN = 8; // results at a time
  var FIRST = 4; // of them: as many as a window holds; the others come while these are read
  var PAUSE = 20; // milliseconds, in which the browser shows the first
  var SNIPPET = 260; // characters of a text

  // ---- pairs ----

  function digitOf(code) {
    return code >= 97 ? code - 87 : code >= 48 ? code - 48 : -1; // a-z, 0-9; neither are "." and " "
  }

  // The postings of a term into pair > { hits, "L": positions, "R": positions }; positions where a phrase needs them.
  function addPostings(pairs, postings, isPhrase) {
    var side = postings[0];
    var place = null;
    var pair = 0;
    var position = 0;
    for (var at = 1; at < postings.length; at += 1) {
      var number = 0;
      for (var digit; (digit = digitOf(postings.charCodeAt(at))) >= 0; at += 1) number = number * 36 + digit;
      if (place) {
        place.hits += 1;
        position += number;
        if (isPhrase) place[side].push(position);
      } else {
        pair += number;
        position = 0;
        place = pairs.get(pair);
        if (!place) pairs.set(pair, place = { hits: 0, L: [], R: [] });
      }
      if (postings[at] === " ") place = null;
    }
  }

  function pairsOf(match, isPhrase) {
    var pairs = new Map();
    match.terms.forEach(function (term) {
      addPostings(pairs, term, isPhrase);
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
      if (phrase !== undefined) parts.push(search.words(phrase));
      else search.words(whole).forEach(function (word) {
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
      var weight = Math.log(1 + search.index.pairs / (1 + pairs.size));
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
      return Promise.all(part.map(search.matchOf));
    })).then(function (matches) {
      var forms = new Set();
      var common = matches.length > 0;
      var found = matches.map(function (part) {
        part.forEach(function (match) {
          match.forms.forEach(function (form) {
            forms.add(form);
          });
        });
        var pairs = part.map(function (match) {
          return pairsOf(match, part.length > 1);
        });
        common = common && part.every(function (match) {
          return match.common && match.terms.size === 0;
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

  // Where the part of a long text begins and ends that shows its first match; between words, if it has spaces.
  function bounds(text, first) {
    if (text.length <= SNIPPET) return [0, text.length];
    var start = Math.max(0, first[0] - Math.floor(SNIPPET / 3));
    var word = text.indexOf(" ", start) + 1;
    if (start > 0 && word > 0 && word <= first[0]) start = word;
    if (start + SNIPPET >= text.length) return [start, text.length];
    var end = text.lastIndexOf(" ", start + SNIPPET);
    return [start, end > start && end >= first[1] ? end : Math.max(first[1], start + SNIPPET)];
  }

  // The text around its first match, with every match marked.
  function snippet(text, forms) {
    var marks = [];
    text.replace(search.WORD, function (word, at) {
      if (forms.has(search.fold(word))) marks.push([at, at + word.length]);
      return word;
    });
    var part = bounds(text, marks[0] || [0, 0]);
    var paragraph = element("p");
    var at = part[0];
    var end = part[1];
    if (at > 0) paragraph.append("…\u00a0");
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
    var item = search.index.items[entry[0]];
    var result = element("li", "result");
    var link = element("a");
    var texts = element("div", "pair");
    link.href = item[0] + suffix + "#" + encodeURIComponent(entry[1].replace(/\s/g, "_"));
    search.index.languages.forEach(function (language, side) {
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
    var shard = search.shardOf("texts", pair);
    return search.load("texts", shard).then(function (entries) {
      return entries[pair - search.index.texts[shard][0]];
    });
  }

  function addResults(page, found, from, end) {
    return Promise.all(found.ranked.slice(from, end).map(function (score) {
      return entryOf(score.pair);
    })).then(function (entries) {
      if (found !== page.found) return; // a slow answer to an older query is not shown
      if (from === 0) page.results.replaceChildren();
      if (!entries.length) return;
      var list = page.results.firstChild || element("ol", "results");
      entries.forEach(function (entry) {
        list.append(resultOf(entry, found.forms, page.suffix));
      });
      if (!list.parentNode) page.results.append(list);
    });
  }

  function say(page, text) {
    if (page.status.textContent !== text) page.status.textContent = text;
  }

  function sayFound(page, found) {
    say(page, page.status.dataset.found + " " + found.ranked.length);
  }

  function offerMore(page, found, from) {
    page.results.removeAttribute("aria-busy");
    page.more.hidden = from >= found.ranked.length;
    page.more.onclick = function () {
      var last = page.results.firstChild.lastChild;
      page.more.onclick = null; // a second press would bring the same
      showMore(page, found, from, from + SHOWN).then(function () {
        if (last.nextElementSibling) last.nextElementSibling.querySelector("a").focus();
      });
    };
  }

  // Puts further results behind those that stand; what does not come is offered again.
  function showMore(page, found, from, end) {
    return addResults(page, found, from, end).then(function () {
      if (found !== page.found) return;
      if (found.ranked.length) sayFound(page, found);
      offerMore(page, found, end);
    }, function () {
      if (found !== page.found) return;
      say(page, page.status.dataset.failed);
      offerMore(page, found, from);
    });
  }

  // Old results do not answer the query.
  function showFailure(page, query) {
    page.found = null;
    page.more.hidden = true;
    page.results.replaceChildren();
    page.results.dataset.query = query;
    page.results.removeAttribute("aria-busy");
    say(page, page.status.dataset.failed);
  }

  // Calls back when the first results stand, unless another query has been asked by then.
  function show(page, query, call) {
    var mine = (page.turn += 1);
    return find(query).then(function (found) {
      if (mine !== page.turn) return null;
      page.found = found;
      page.more.hidden = true;
      page.results.setAttribute("aria-busy", "true");
      if (found.ranked.length) sayFound(page, found);
      else say(page, !query.trim() ? "" : found.common ? page.status.dataset.common : page.status.dataset.none);
      return addResults(page, found, 0, FIRST).then(function () {
        if (found !== page.found) return;
        page.results.dataset.query = query;
        if (call) call();
        setTimeout(showMore, PAUSE, page, found, FIRST, SHOWN);
      });
    }).catch(function () {
      if (mine === page.turn) showFailure(page, query);
    });
  }

  document.addEventListener("DOMContentLoaded", function () {
    var form = document.querySelector("main form");
    if (!form) return;
    var input = form.elements.q;
    var page = {
      results: document.getElementById("dg-results"),
      status: document.getElementById("dg-status"),
      more: document.getElementById("dg-more"),
      turn: 0,
      found: null, // what stands there, or is about to
      suffix: document.getElementById("dg-results").dataset.suffix,
    };
    if (!search.index) {
      say(page, page.status.dataset.failed);
      return;
    }
    function run() {
      input.value = new URLSearchParams(location.search).get("q") || "";
      show(page, input.value);
    }
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      show(page, input.value, function () { // a new address keeps the browser busy: the answer goes first
        try {
          history.pushState(null, "", "?q=" + encodeURIComponent(page.results.dataset.query));
        } catch (error) {
          // Some browsers keep the history of pages from a disk as it is.
        }
      });
    });
    addEventListener("popstate", run);
    run();
    ["a", "я"].forEach(search.words); // expressions are made at their first use: not while a reader waits
  });
})();
