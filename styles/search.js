// search.js - loads the index, and finds what a word of a query matches. The index lies in small scripts beside the
// page, so that it loads from a disk, too; a query loads the few that it needs. What stands in them is told in
// src/web/search-shards.c.
(function () {
  "use strict";
  var FORMS = 60; // that a beginning of a word stands for
  var ENDING = 3; // letters that another form of a word may have in its place
  var LEAST_STEM = 4;
  var WORD = /[\p{L}\p{M}\p{N}]+(?:(?:['’.](?=[\p{L}\p{N}])|[,:](?=\p{N}))[\p{L}\p{M}\p{N}]+)*/gu;
  var PLAIN = /^(?:[a-z]+|[а-я]+)$/;
  var NEAR = 5; // shards looked into for other forms of a word
  var asked = {}; // kind and number of a shard > a promise of it
  var takers = {}; // and what keeps that promise

  var search = window.diglotSearch = {
    WORD: WORD,
    index: null,
    take: function (kind, number, content) {
      if (kind === "index") {
        search.index = content;
        return;
      }
      takers[kind + number](kind === "texts" ? content : new Shard(content));
    },
    load: load,
    shardOf: shardOf,
    fold: fold,
    words: words,
    matchOf: matchOf,
  };

  // One that does not come is asked for anew when it is needed again.
  function load(kind, number) {
    var key = kind + number;
    if (asked[key]) return asked[key];
    var promise = asked[key] = new Promise(function (resolve, reject) {
      var script = document.createElement("script");
      takers[key] = resolve;
      script.src = search.index[kind][number][1];
      script.onload = script.onerror = reject; // which is nothing to one that was taken
      document.head.append(script);
    });
    promise.catch(function () {
      delete asked[key];
    });
    return promise;
  }

  // ---- words ----

  // As dg_fold does it; most words need no more than small letters.
  function fold(word) {
    var small = word.toLowerCase();
    if (PLAIN.test(small)) return small;
    return word.normalize("NFC").toLowerCase().replace(/[\u0300-\u036f\u00ad'’]/g, "").replace(/ё/g, "е")
      .replace(/(^|[^0-9])[.,:]+|[.,:]+(?![0-9])/g, "$1");
  }

  function words(text) {
    return (text.match(WORD) || []).map(fold).filter(Boolean);
  }

  // The last shard that begins at or before `key`.
  function shardOf(kind, key) {
    var low = 0;
    var high = search.index[kind].length - 1;
    while (low < high) {
      var middle = (low + high + 1) >> 1;
      if (search.index[kind][middle][0] <= key) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  // The shards that may hold what begins with `start`.
  function shardsFrom(kind, start) {
    var first = shardOf(kind, start);
    var numbers = [];
    for (var i = first; i < search.index[kind].length && numbers.length < 3; i += 1)
      if (i === first || search.index[kind][i][0].startsWith(start)) numbers.push(i);
    return numbers;
  }

  function loadAll(kind, numbers) {
    return Promise.all(numbers.map(function (number) {
      return load(kind, number);
    }));
  }

  // Words or names: lines in order, and what their terms stand for.
  function Shard(content) {
    this.lines = content[0].split("|");
    this.lines.pop();
    this.terms = content[1];
    this.forms = null;
  }

  // The lines that begin with `start` and fit.
  Shard.prototype.linesFrom = function (start, fits) {
    var low = 0;
    var high = this.lines.length;
    while (low < high) {
      var middle = (low + high) >> 1;
      if (this.lines[middle] < start) low = middle + 1;
      else high = middle;
    }
    var found = [];
    for (; low < this.lines.length && found.length < FORMS && this.lines[low].startsWith(start); low += 1)
      if (fits(this.lines[low])) found.push(this.lines[low]);
    return found;
  };

  function termsOf(line) {
    return line.slice(line.lastIndexOf(" ") + 1).split(",");
  }

  // The forms that share a term.
  Shard.prototype.formsOf = function (number) {
    if (!this.forms) {
      var forms = this.forms = this.terms.map(function (term) {
        return term.split("|").slice(1);
      });
      this.lines.forEach(function (line) {
        var parts = line.split(" ");
        termsOf(line).forEach(function (term) {
          forms[term].push(parts[parts.length - 2]);
        });
      });
    }
    return this.forms[number];
  };

  // What a query word matches: terms, and the forms to be marked in the texts.
  function Match() {
    this.terms = new Set();
    this.forms = new Set();
    this.common = false;
  }

  Match.prototype.add = function (shard, line) {
    var match = this;
    termsOf(line).forEach(function (number) {
      var postings = shard.terms[number].split("|")[0];
      if (postings[1] === "*") match.common = true;
      else match.terms.add(postings); // the same in two shards is one term: no two words stand in one place
      shard.formsOf(number).forEach(function (form) {
        match.forms.add(form);
      });
    });
  };

  // What begins with `start` and fits; whether there was any.
  Match.prototype.addFrom = function (shards, start, fits) {
    var match = this;
    var any = false;
    shards.forEach(function (shard) {
      shard.linesFrom(start, fits).forEach(function (line) {
        any = true;
        match.add(shard, line);
      });
    });
    return any;
  };

  // What other forms of the word may begin with, the longest first.
  function stemsOf(word) {
    var stems = [];
    for (var n = word.length - 1; n >= LEAST_STEM && n >= word.length - ENDING; n -= 1) stems.push(word.slice(0, n));
    return stems;
  }

  // The shards that may hold them: what is nearest to the word itself first.
  function shardsNear(word, stems) {
    var numbers = new Set([shardOf("words", word)]);
    stems.forEach(function (stem) {
      shardsFrom("words", stem).forEach(numbers.add, numbers);
    });
    return Array.from(numbers).slice(0, NEAR);
  }

  // What begins with the word; else, what shares all but its ending.
  function addOthers(match, word) {
    return loadAll("words", shardsFrom("words", word)).then(function (shards) {
      if (match.addFrom(shards, word, Boolean)) return null;
      var stems = stemsOf(word);
      return loadAll("words", shardsNear(word, stems)).then(function (near) {
        stems.some(function (stem) {
          return match.addFrom(near, stem, function (line) {
            return line.indexOf(" ") <= stem.length + ENDING;
          });
        });
      });
    });
  }

  // The word itself; where no text has it, others.
  function addWord(match, word) {
    if (!search.index.words.length) return null;
    return load("words", shardOf("words", word)).then(function (own) {
      return match.addFrom([own], word + " ", Boolean) || word.length < 2 || addOthers(match, word);
    });
  }

  // ---- names: what sounds alike in either script; as dg_word_sounds does it ----

  function soundOf(letter) {
    if (letter >= "a" && letter <= "z") return search.index.latin[letter.charCodeAt(0) - 97];
    if (letter >= "а" && letter <= "я") return search.index.cyrillic[letter.charCodeAt(0) - 0x430];
    return ".";
  }

  function skeleton(word) {
    var sounds = "";
    var before = ".";
    for (var at = 0; at < word.length;) {
      var together = search.index.together.find(function (rule) {
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

  function isAlike(spelling, name) {
    var own = vowels(spelling);
    var other = vowels(name);
    return Math.abs(own.n - other.n) <= 1 && own.first === other.first;
  }

  function addNames(match, word) {
    if (word.length < 3 || !search.index.names.length) return null;
    return Promise.all(spellings(word).map(function (spelling) {
      var sounds = skeleton(spelling);
      if (sounds.length < 2) return null;
      return load("names", shardOf("names", sounds)).then(function (shard) {
        match.addFrom([shard], sounds + " ", function (line) {
          return isAlike(spelling, line.split(" ")[1]);
        });
      });
    }));
  }

  function matchOf(word) {
    var match = new Match();
    return Promise.all([addWord(match, word), addNames(match, word)]).then(function () {
      return match;
    });
  }
})();
