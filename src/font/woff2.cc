/* woff2.cc - the WOFF2 library speaks C++ only: one function of it behind a C name. */
#include "font-internal.h"

#include <glib.h>
#include <woff2/encode.h>

uint8_t *
dg_woff2_encode(const uint8_t *font, size_t size, size_t *packed_size)
{
    *packed_size = woff2::MaxWOFF2CompressedSize(font, size);
    uint8_t *packed = static_cast<uint8_t *>(g_malloc(*packed_size));
    if (woff2::ConvertTTFToWOFF2(font, size, packed, packed_size))
        return packed;
    g_free(packed);
    return nullptr;
}
