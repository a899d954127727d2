/* woff2.cc - the WOFF2 library speaks C++ only: one function of it behind a C name.
 * The library says "Compressed ..." on stderr at each font; it is sent nowhere for that while. */
#include "font-internal.h"

#include <fcntl.h>
#include <glib.h>
#include <stdio.h>
#include <unistd.h>
#include <woff2/encode.h>

namespace
{
/* The best, 11, takes twice the time of this and saves three bytes in a thousand at most: six faces are half of what the site of a
 * hundred papers costs. 9 is hardly quicker and 5 % larger. */
constexpr int QUALITY = 10;

class Silence
{
  public:
    Silence() : saved(dup(STDERR_FILENO))
    {
        fflush(stderr);
        int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
        if (saved >= 0 && nowhere >= 0)
            dup2(nowhere, STDERR_FILENO);
        if (nowhere >= 0)
            close(nowhere);
    }

    ~Silence()
    {
        fflush(stderr);
        if (saved >= 0) {
            dup2(saved, STDERR_FILENO);
            close(saved);
        }
    }

  private:
    int saved;
};
} // namespace

uint8_t *
dg_woff2_encode(const uint8_t *font, size_t size, size_t *packed_size)
{
    Silence silence;
    woff2::WOFF2Params parameters;
    parameters.brotli_quality = QUALITY;
    *packed_size = woff2::MaxWOFF2CompressedSize(font, size);
    /* cleared: the library pads the end without writing it */
    uint8_t *packed = static_cast<uint8_t *>(g_malloc0(*packed_size));
    if (woff2::ConvertTTFToWOFF2(font, size, packed, packed_size, parameters))
        return packed;
    g_free(packed);
    return nullptr;
}
