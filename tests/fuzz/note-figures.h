/* note-figures.h - how the notes of made-up volumes came to stand: a histogram for tests/bench/notes.sh. */
#ifndef DIGLOT_NOTE_FIGURES_H
#define DIGLOT_NOTE_FIGURES_H

#include "diglot/page.h"

enum { NOTE_LENGTHS = 8, NOTE_RUNS = 5, NOTE_CROWDS = 6 };

typedef struct {
    int64_t documents, notes, displaced, lost;
    int64_t lengths[NOTE_LENGTHS]; /* notes by lines */
    int64_t runs[NOTE_RUNS];       /* notes by pages that they stand on */
    int64_t crowds[NOTE_CROWDS];   /* pages by notes that begin on them */
} NoteFigures;

void note_figures_take(NoteFigures *figures, const DgPages *pages);
void note_figures_print(const NoteFigures *figures);

#endif
