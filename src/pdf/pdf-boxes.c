/* pdf-boxes.c - the sheet around the trimmed page: its boxes, crop marks and register marks (PDF/X-4). */
#include "pdf-internal.h"

#include <stdlib.h>

enum {
    LEAST_GAP = 3,  /* mm between the trim and a crop mark, where the bleed is smaller */
    LENGTH = 5,     /* mm of a crop mark */
    REST = 2,       /* mm outside of the marks */
    CROSS = 2,      /* mm from the middle of a register mark to its ends */
    THICKNESS = 250 /* milli: a quarter of a point */
};

static int64_t
milli_of_mm(int mm)
{
    return pdf_milli(DG_MM(mm));
}

PdfSheet
pdf_sheet(const DgPages *pages, const DgPdfPress *press)
{
    PdfSheet sheet = {.width = pdf_milli(pages->width), .height = pdf_milli(pages->height)};
    if (!press)
        return sheet;
    sheet.bleed = pdf_milli(MAX(pages->bleed, 0));
    sheet.gap = MAX(sheet.bleed, milli_of_mm(LEAST_GAP));
    sheet.edge = press->marks ? sheet.gap + milli_of_mm(LENGTH + REST) : sheet.bleed;
    return sheet;
}

static void
put_box(GString *body, const char *name, const PdfSheet *sheet, int64_t around)
{
    const int64_t sides[4] = {sheet->edge - around, sheet->edge - around,
                              sheet->edge + sheet->width + around,
                              sheet->edge + sheet->height + around};
    g_string_append_printf(body, "/%s[", name);
    for (int i = 0; i < 4; i++) {
        pdf_put_milli(body, sides[i]);
        g_string_append_c(body, i < 3 ? ' ' : ']');
    }
}

void
pdf_sheet_put_media(GString *body, const PdfSheet *sheet)
{
    put_box(body, "MediaBox", sheet, sheet->edge);
}

void
pdf_sheet_put_boxes(GString *body, const PdfSheet *sheet)
{
    put_box(body, "BleedBox", sheet, sheet->bleed);
    put_box(body, "TrimBox", sheet, 0);
}

static void
put_line(GString *out, int64_t x, int64_t y, int64_t to_x, int64_t to_y)
{
    pdf_put_milli(out, x);
    g_string_append_c(out, ' ');
    pdf_put_milli(out, y);
    g_string_append(out, " m ");
    pdf_put_milli(out, to_x);
    g_string_append_c(out, ' ');
    pdf_put_milli(out, to_y);
    g_string_append(out, " l S\n");
}

/* Two lines at each corner, on the trim's own lines. */
static void
put_crop_marks(GString *out, const PdfSheet *sheet)
{
    int64_t length = milli_of_mm(LENGTH);
    for (int corner = 0; corner < 4; corner++) {
        int64_t right = corner & 1 ? 1 : -1, up = corner & 2 ? 1 : -1;
        int64_t x = sheet->edge + (right > 0 ? sheet->width : 0),
                y = sheet->edge + (up > 0 ? sheet->height : 0);
        put_line(out, x + right * sheet->gap, y, x + right * (sheet->gap + length), y);
        put_line(out, x, y + up * sheet->gap, x, y + up * (sheet->gap + length));
    }
}

/* A cross in the middle of each side. */
static void
put_register_marks(GString *out, const PdfSheet *sheet)
{
    int64_t arm = milli_of_mm(CROSS), off = sheet->gap + milli_of_mm(LENGTH) / 2;
    int64_t middle_x = sheet->edge + sheet->width / 2, middle_y = sheet->edge + sheet->height / 2;
    const int64_t places[4][2] = {{middle_x, sheet->edge - off},
                                  {middle_x, sheet->edge + sheet->height + off},
                                  {sheet->edge - off, middle_y},
                                  {sheet->edge + sheet->width + off, middle_y}};
    for (int i = 0; i < 4; i++) {
        put_line(out, places[i][0] - arm, places[i][1], places[i][0] + arm, places[i][1]);
        put_line(out, places[i][0], places[i][1] - arm, places[i][0], places[i][1] + arm);
    }
}

void
pdf_sheet_put_marks(GString *out, const PdfSheet *sheet, const DgPdfPress *press)
{
    if (!press->marks)
        return;
    bool all_plates = !dg_inks_black(press->inks);
    g_string_append(out, all_plates ? "q 1 1 1 1 K " : "q 0 G ");
    pdf_put_milli(out, THICKNESS);
    g_string_append(out, " w\n");
    if (press->marks & DG_MARKS_CROP)
        put_crop_marks(out, sheet);
    if (press->marks & DG_MARKS_CROSS)
        put_register_marks(out, sheet);
    g_string_append(out, "Q\n");
}
