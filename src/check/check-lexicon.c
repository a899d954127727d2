/* check-lexicon.c - words that are numbers, powers of ten, months, hours or per cents, in Russian and English.
 * Of other languages powers of ten at most are known: then only figures are compared. */
#include "check-internal.h"

#include <glib.h>
#include <string.h>

typedef struct {
    DgLexeme lexeme;
    const char *words; /* separated by spaces */
} Row;

#define NUMBER(value)                                                                              \
    {                                                                                              \
        DG_LEXEME_NUMBER, value                                                                    \
    }
#define POWER(value)                                                                               \
    {                                                                                              \
        DG_LEXEME_POWER, value                                                                     \
    }
#define MONTH(value)                                                                               \
    {                                                                                              \
        DG_LEXEME_MONTH, value                                                                     \
    }

static const Row russian[] = {
    {NUMBER(0), "ноль нуль нуля"},
    {NUMBER(1),
     "один одна одно одни одного одной одному одним одном одну одною одних "
     "первый первая первое первые первого первой первому первым первом первую первых первыми однажды"},
    {NUMBER(2),
     "два две двух двум двумя двое двоих оба обе обоих обеих обоими обеими дважды вдвое пара пары пару "
     "второй вторая второе вторые второго второму вторым втором вторую вторых вторыми"},
    {NUMBER(3),
     "три трех трёх трем трём тремя трое троих трижды втрое треть трети третью третей третями "
     "третий третья третье третьи третьего третьей третьему третьим третьем третьих третьими"},
    {NUMBER(4),
     "четыре четырех четырёх четырем четырём четырьмя четверо четверть четверти "
     "четвертый четвёртый четвертая четвёртая четвертое четвёртое четвертого четвёртого четвертой четвёртой "
     "четвертом четвёртом четвертую четвёртую четвертых четвёртых"},
    {NUMBER(5),
     "пять пяти пятью пятеро пятый пятая пятое пятые пятого пятой пятому пятым пятом пятую пятых"},
    {NUMBER(6),
     "шесть шести шестью шестеро шестой шестая шестое шестого шестому шестым шестом шестую шестых"},
    {NUMBER(7),
     "семь семи семью семеро седьмой седьмая седьмое седьмого седьмому седьмым седьмом седьмую седьмых"},
    {NUMBER(8),
     "восемь восьми восемью восьмью восьмой восьмая восьмое восьмого восьмому восьмым восьмом восьмую восьмых"},
    {NUMBER(9),
     "девять девяти девятью девятый девятая девятое девятого девятой девятому девятым девятом девятую девятых"},
    {NUMBER(10),
     "десять десяти десятью десятый десятая десятое десятого десятой десятому десятом десятую десятых "
     "десяток десятка десятке десятки десятков"},
    {NUMBER(11),
     "одиннадцать одиннадцати одиннадцатью одиннадцатый одиннадцатая одиннадцатого одиннадцатой одиннадцатом"},
    {NUMBER(12),
     "двенадцать двенадцати двенадцатью двенадцатый двенадцатая двенадцатого двенадцатой двенадцатом "
     "дюжина дюжины дюжину"},
    {NUMBER(13),
     "тринадцать тринадцати тринадцатый тринадцатая тринадцатого тринадцатой тринадцатом"},
    {NUMBER(14),
     "четырнадцать четырнадцати четырнадцатый четырнадцатая четырнадцатого четырнадцатой четырнадцатом"},
    {NUMBER(15),
     "пятнадцать пятнадцати пятнадцатый пятнадцатая пятнадцатого пятнадцатой пятнадцатом"},
    {NUMBER(16),
     "шестнадцать шестнадцати шестнадцатый шестнадцатая шестнадцатого шестнадцатой шестнадцатом"},
    {NUMBER(17),
     "семнадцать семнадцати семнадцатый семнадцатая семнадцатого семнадцатой семнадцатом"},
    {NUMBER(18),
     "восемнадцать восемнадцати восемнадцатый восемнадцатая восемнадцатого восемнадцатой восемнадцатом"},
    {NUMBER(19),
     "девятнадцать девятнадцати девятнадцатый девятнадцатая девятнадцатого девятнадцатой девятнадцатом"},
    {NUMBER(20),
     "двадцать двадцати двадцатью двадцатый двадцатая двадцатого двадцатой двадцатом двадцатые двадцатых"},
    {NUMBER(30),
     "тридцать тридцати тридцатью тридцатый тридцатая тридцатого тридцатой тридцатом тридцатые тридцатых"},
    {NUMBER(40), "сорок сорока сороковой сорокового сороковые сороковых"},
    {NUMBER(50), "пятьдесят пятидесяти пятидесятый пятидесятого пятидесятые пятидесятых"},
    {NUMBER(60), "шестьдесят шестидесяти шестидесятый шестидесятого шестидесятые шестидесятых"},
    {NUMBER(70), "семьдесят семидесяти семидесятый семидесятого семидесятые семидесятых"},
    {NUMBER(80),
     "восемьдесят восьмидесяти восьмидесятый восьмидесятого восьмидесятые восьмидесятых"},
    {NUMBER(90), "девяносто девяноста девяностый девяностого девяностые девяностых"},
    {NUMBER(100), "сто ста сотня сотни сотню сотен сотый сотая сотого"},
    {NUMBER(200), "двести двухсот двумстам"},
    {NUMBER(300), "триста трехсот трёхсот"},
    {NUMBER(400), "четыреста четырехсот четырёхсот"},
    {NUMBER(500), "пятьсот пятисот"},
    {NUMBER(600), "шестьсот шестисот"},
    {NUMBER(700), "семьсот семисот"},
    {NUMBER(800), "восемьсот восьмисот"},
    {NUMBER(900), "девятьсот девятисот"},
    {POWER(3), "тыс тысяча тысячи тысяч тысячу тысячей тысячам тысячами тысячах"},
    {POWER(6),
     "млн миллион миллиона миллионов миллионом миллиону миллионы миллионам миллионами миллионах"},
    {POWER(9),
     "млрд миллиард миллиарда миллиардов миллиардом миллиарду миллиарды миллиардам миллиардами"},
    {POWER(12), "трлн триллион триллиона триллионов триллионы"},
    {MONTH(1), "январь января январе январю январем янв"},
    {MONTH(2), "февраль февраля феврале февралю февралем фев февр"},
    {MONTH(3), "март марта марте марту мартом"},
    {MONTH(4), "апрель апреля апреле апрелю апрелем апр"},
    {MONTH(5), "май мая мае маю маем"},
    {MONTH(6), "июнь июня июне июню июнем"},
    {MONTH(7), "июль июля июле июлю июлем"},
    {MONTH(8), "август августа августе августу августом авг"},
    {MONTH(9), "сентябрь сентября сентябре сентябрю сентябрем сент"},
    {MONTH(10), "октябрь октября октябре октябрю октябрем окт"},
    {MONTH(11), "ноябрь ноября ноябре ноябрю ноябрем нояб"},
    {MONTH(12), "декабрь декабря декабре декабрю декабрем дек"},
    {{DG_LEXEME_PERCENT, 0},
     "процент процента процентов проценты проценту процентом процентам процентами процентах "
     "процентный процентных процентного процентной"},
    {{DG_LEXEME_HOUR, 0}, "час часа часов часам ч"},
};

static const Row english[] = {
    {NUMBER(0), "zero nil nought"},
    {NUMBER(1), "one first once single"},
    {NUMBER(2), "two second twice both pair couple double"},
    {NUMBER(3), "three third thirds thirdly thrice"},
    {NUMBER(4), "four fourth quarter quarters"},
    {NUMBER(5), "five fifth fifths"},
    {NUMBER(6), "six sixth"},
    {NUMBER(7), "seven seventh"},
    {NUMBER(8), "eight eighth"},
    {NUMBER(9), "nine ninth"},
    {NUMBER(10), "ten tenth tens"},
    {NUMBER(11), "eleven eleventh"},
    {NUMBER(12), "twelve twelfth dozen dozens"},
    {NUMBER(13), "thirteen thirteenth"},
    {NUMBER(14), "fourteen fourteenth"},
    {NUMBER(15), "fifteen fifteenth"},
    {NUMBER(16), "sixteen sixteenth"},
    {NUMBER(17), "seventeen seventeenth"},
    {NUMBER(18), "eighteen eighteenth"},
    {NUMBER(19), "nineteen nineteenth"},
    {NUMBER(20), "twenty twentieth twenties"},
    {NUMBER(30), "thirty thirtieth thirties"},
    {NUMBER(40), "forty fortieth forties"},
    {NUMBER(50), "fifty fiftieth fifties"},
    {NUMBER(60), "sixty sixtieth sixties"},
    {NUMBER(70), "seventy seventieth seventies"},
    {NUMBER(80), "eighty eightieth eighties"},
    {NUMBER(90), "ninety ninetieth nineties"},
    {POWER(2), "hundred hundreds hundredth"},
    {POWER(3), "thousand thousands"},
    {POWER(6), "million millions mn"},
    {POWER(9), "billion billions bn"},
    {POWER(12), "trillion trillions tn"},
    {MONTH(1), "january jan"},
    {MONTH(2), "february feb"},
    {MONTH(3), "march mar"},
    {MONTH(4), "april apr"},
    {MONTH(5), "may"},
    {MONTH(6), "june jun"},
    {MONTH(7), "july jul"},
    {MONTH(8), "august aug"},
    {MONTH(9), "september sept sep"},
    {MONTH(10), "october oct"},
    {MONTH(11), "november nov"},
    {MONTH(12), "december dec"},
    {{DG_LEXEME_PERCENT, 0}, "percent cent percentage pct"},
    {{DG_LEXEME_HOUR, 0}, "hours hour oclock h"},
};

/* Portuguese, Spanish, Italian, French. */
static const Row romance[] = {
    {POWER(3), "mil mille mila"},
    {POWER(6), "milhão milhões millón millones milione milioni million millions"},
    {POWER(9), "bilhão bilhões miliardo miliardi milliard milliards"},
};

struct DgLexicon {
    GHashTable *words; /* to const DgLexeme * */
    bool counts;
};

static void
add_rows(DgArena *arena, DgLexicon *lexicon, const Row *rows, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        g_auto(GStrv) words = g_strsplit(rows[i].words, " ", -1);
        for (char **word = words; *word; word++)
            g_hash_table_insert(lexicon->words, dg_arena_strdup(arena, *word),
                                (gpointer)&rows[i].lexeme);
    }
}

DgLexicon *
dg_lexicon_new(DgArena *arena, const char *language)
{
    DgLexicon *lexicon = DG_NEW(arena, DgLexicon);
    lexicon->words = g_hash_table_new(g_str_hash, g_str_equal);
    lexicon->counts = true;
    if (strncmp(language, "ru", 2) == 0)
        add_rows(arena, lexicon, russian, G_N_ELEMENTS(russian));
    else if (strncmp(language, "en", 2) == 0)
        add_rows(arena, lexicon, english, G_N_ELEMENTS(english));
    else
        lexicon->counts = false;
    static const char *const latin[] = {"pt", "es", "it", "fr"};
    for (size_t i = 0; i < G_N_ELEMENTS(latin); i++)
        if (strncmp(language, latin[i], 2) == 0)
            add_rows(arena, lexicon, romance, G_N_ELEMENTS(romance));
    return lexicon;
}

void
dg_lexicon_free(DgLexicon *lexicon)
{
    g_hash_table_destroy(lexicon->words);
}

const DgLexeme *
dg_lexicon_find(const DgLexicon *lexicon, const char *word)
{
    return g_hash_table_lookup(lexicon->words, word);
}

bool
dg_lexicon_counts(const DgLexicon *lexicon)
{
    return lexicon->counts;
}
