/* jats-formula-signs.c - the signs of TeX's formulas by their names. */
#include "jats-formula-internal.h"

#include <string.h>

/* Each list begins and ends with a space; "name=sign". */
static const struct {
    TexSignKind kind;
    const char *list;
} lists[] = {
    {TEX_LETTER,
     " alpha=α beta=β gamma=γ delta=δ epsilon=ϵ varepsilon=ε zeta=ζ eta=η theta=θ vartheta=ϑ iota=ι kappa=κ "
     "lambda=λ mu=μ nu=ν xi=ξ omicron=ο pi=π varpi=ϖ rho=ρ varrho=ϱ sigma=σ varsigma=ς tau=τ upsilon=υ "
     "phi=ϕ varphi=φ chi=χ psi=ψ omega=ω ell=ℓ imath=ı jmath=ȷ "},
    {TEX_UPRIGHT,
     " Gamma=Γ Delta=Δ Theta=Θ Lambda=Λ Xi=Ξ Pi=Π Sigma=Σ Upsilon=Υ Phi=Φ Psi=Ψ Omega=Ω infty=∞ partial=∂ "
     "nabla=∇ hbar=ℏ Re=ℜ Im=ℑ aleph=ℵ emptyset=∅ varnothing=∅ degree=° angle=∠ triangle=△ square=□ "
     "ldots=… dots=… cdots=… dotsc=… dotsb=… vdots=⋮ ddots=⋱ prime=′ top=⊤ bot=⊥ perp=⊥ checkmark=✓ S=§ "
     "aa=å AA=Å o=ø O=Ø ss=ß dag=† dagger=† ddagger=‡ copyright=© pounds=£ euro=€ lbrace={ rbrace=} "
     "lbrack=[ rbrack=] lvert=| rvert=| vert=| lVert=‖ rVert=‖ Vert=‖ langle=⟨ rangle=⟩ lfloor=⌊ rfloor=⌋ "
     "lceil=⌈ rceil=⌉ backslash=\\ {={ }=} %=% #=# &=& $=$ _=_ |=‖ "},
    {TEX_OPERATOR,
     " pm=± mp=∓ times=× div=÷ cdot=· ast=* star=⋆ circ=∘ bullet=• oplus=⊕ ominus=⊖ otimes=⊗ odot=⊙ "
     "setminus=∖ cap=∩ cup=∪ bigcap=⋂ bigcup=⋃ wedge=∧ land=∧ vee=∨ lor=∨ neg=¬ lnot=¬ sum=∑ prod=∏ "
     "coprod=∐ int=∫ iint=∬ iiint=∭ oint=∮ le=≤ leq=≤ leqslant=≤ ge=≥ geq=≥ geqslant=≥ ll=≪ gg=≫ lt=< "
     "gt=> ne=≠ neq=≠ equiv=≡ sim=∼ simeq=≃ approx=≈ cong=≅ propto=∝ asymp=≍ in=∈ notin=∉ ni=∋ subset=⊂ "
     "subseteq=⊆ supset=⊃ supseteq=⊇ mid=∣ nmid=∤ parallel=∥ forall=∀ exists=∃ nexists=∄ to=→ "
     "rightarrow=→ leftarrow=← gets=← leftrightarrow=↔ uparrow=↑ downarrow=↓ longrightarrow=→ "
     "longleftarrow=← Rightarrow=⇒ implies=⇒ Longrightarrow=⇒ Leftarrow=⇐ Leftrightarrow=⇔ iff=⇔ "
     "mapsto=↦ rightharpoonup=⇀ rightleftharpoons=⇌ colon=: vdash=⊢ models=⊨ therefore=∴ because=∵ "
     "doteq=≐ prec=≺ succ=≻ bigoplus=⨁ bigotimes=⨂ bmod=mod "},
    {TEX_NAME,
     " sin=sin cos=cos tan=tan tg=tg cot=cot ctg=ctg sec=sec csc=csc arcsin=arcsin arccos=arccos arctan=arctan "
     "arctg=arctg sinh=sinh cosh=cosh tanh=tanh coth=coth sh=sh ch=ch th=th cth=cth exp=exp log=log ln=ln "
     "lg=lg lim=lim limsup=lim\u00A0sup liminf=lim\u00A0inf max=max min=min sup=sup inf=inf arg=arg det=det "
     "dim=dim ker=ker deg=deg gcd=gcd hom=hom Pr=Pr "},
    {TEX_ACCENT,
     " hat=\u0302 widehat=\u0302 tilde=\u0303 widetilde=\u0303 bar=\u0304 vec=\u20D7 overrightarrow=\u20D7 "
     "dot=\u0307 ddot=\u0308 check=\u030C breve=\u0306 acute=\u0301 grave=\u0300 mathring=\u030A "},
    {TEX_VARIANT,
     " mathrm=normal rm=normal mathsf=normal mathtt=normal mathit=italic it=italic mathcal=italic cal=italic "
     "mathscr=italic mathfrak=italic mathbf=bold bf=bold boldsymbol=bold bm=bold mathbb=double-struck "},
    {TEX_SPACE,
     " ,=thin :=thin ;=word quad=word qquad=word space=word thinspace=thin enspace=word "},
    {TEX_NOTHING,
     " !=. /=. -=. (=. )=. [=. ]=. \\=. displaystyle=. textstyle=. scriptstyle=. scriptscriptstyle=. "
     "limits=. nolimits=. nonumber=. notag=. mathop=. mathrel=. mathbin=. mathord=. mathopen=. mathclose=. "
     "mathpunct=. mathinner=. mathstrut=. strut=. big=. Big=. bigg=. Bigg=. bigl=. Bigl=. biggl=. Biggl=. "
     "bigr=. Bigr=. biggr=. Biggr=. bigm=. underbrace=. overbrace=. substack=. ensuremath=. "
     "normalsize=. small=. centering=. hfill=. "},
    {TEX_NOTHING_OF,
     " hspace=. vspace=. label=. tag=. phantom=. hphantom=. vphantom=. color=. mspace=. kern=. "},
};

TexSignKind
tex_sign(DgArena *arena, const char *name, const char **sign)
{
    g_autofree char *key = g_strconcat(" ", name, "=", NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(lists); i++) {
        const char *found = strstr(lists[i].list, key);
        if (!found)
            continue;
        found += strlen(key);
        *sign = dg_arena_strndup(arena, found, strcspn(found, " "));
        return lists[i].kind;
    }
    return TEX_UNKNOWN;
}
