"""German: tones, by their name."""

from __future__ import annotations

TONES = {
    "funny": (
        "lustig~, witzig~, komisch~, humorvoll~, humor, lachen, zum lachen, was zum lachen, etwas zum lachen, "
        "spaßig~, spaß, zum totlachen, zum schmunzeln, albern~, heiter~, amüsant~, zum ablachen"
    ),
    "cozy": (
        "gemütlich~, kuschelig~, kuscheln, behaglich~, entspannt~, entspannend~, zum entspannen, zum einkuscheln, "
        "regentag, regentage, regnerisch~, für einen regentag, verregnet~, sonntagnachmittag, sanft~, beruhigend~, "
        "zum abschalten"
    ),
    "feel-good": (
        "feelgood, feel good, wohlfühlfilm~, wohlfühl, gute laune, gut gelaunt, fröhlich~, unbeschwert~, leicht~, "
        "leichte kost, leichte unterhaltung, glücklich~, happy end, beschwingt~, aufmunternd~, zum wohlfühlen, "
        "locker~, gutelaunefilm~, positiv~"
    ),
    "heartwarming": (
        "herzerwärmend~, warmherzig~, rührend~, herzlich~, fürs herz, liebevoll~, zärtlich~, berührend~, süß~, herzig~"
    ),
    "uplifting": (
        "aufbauend~, ermutigend~, inspirierend~, hoffnungsvoll~, erbaulich~, mutmachend~, was mut macht, "
        "lebensbejahend~, optimistisch~, motivierend~"
    ),
    "romantic": (
        "romantisch~, liebesgeschichte, liebesgeschichten, liebesfilm~, zum verlieben, leidenschaftlich~, schnulze, "
        "schnulzen, verliebt~, schnulzig~, für einen romantischen abend"
    ),
    "sad": (
        "traurig~, zum weinen, was zum weinen, weinen, heulen, zum heulen, tragisch~, tragödie, herzzerreißend~, "
        "schwere kost, schwer~, tieftraurig~, tod, trauer, sterben, tränen, schwermütig~, tränendrüse"
    ),
    "bleak": (
        "trostlos~, deprimierend~, hoffnungslos~, trist~, depressiv~, niederschmetternd~, bedrückend~, verzweifelt~, "
        "aussichtslos~, runterziehend~"
    ),
    "melancholic": "melancholisch~, wehmütig~, bittersüß~, melancholie, einsam~, nachdenklich~ stimmend~, sehnsüchtig~",
    "tense": (
        "spannend~, nervenaufreibend~, spannung, packend~, fesselnd~, nervenkitzel, aufregend~, mitreißend~, "
        "hochspannend~, beklemmend~, intensiv~"
    ),
    "scary": (
        "gruselig~, gruslig~, unheimlich~, schaurig~, furchterregend~, beängstigend~, zum gruseln, grusel, "
        "gruselfilm~, erschreckend~, angst, angsteinflößend~, schockierend~"
    ),
    "violent": (
        "gewalt, gewalttätig~, brutal~, blutig~, blut, grausam~, brutalität, gewaltsam~, mord, morde, folter, "
        "splatter, gemetzel, vergewaltigung"
    ),
    "dark": (
        "düster~, finster~, dunkel, dunkle, dunkler, dunkles, dunklen, dunkleres, abgründig~, verstörend~, schwarzer "
        "humor, schwarzem humor, schwarzen humor, schwarzhumorig~, schwarze komödie, makaber, morbide, rabenschwarz~"
    ),
    "gritty": "rau~, roh~, realistisch~, ungeschönt~, schonungslos~, hart~, härter, dreckig~, knallhart~",
    "slow-paced": (
        "langsam~, ruhig~, still~, gemächlich~, bedächtig~, meditativ~, entschleunigt~, leise, leiser, leises, "
        "leisen, kontemplativ~, ruhig erzählt~"
    ),
    "fast-paced": "schnell~, rasant~, temporeich~, actiongeladen~, actionreich~, flott~, tempo, adrenalin, rasch~",
    "mind-bending": (
        "verwirrend~, verschachtelt~, vertrackt~, mindfuck, mit wendungen, überraschende wendungen, wendungen, plot "
        "twist, gehirnverdreher, der das gehirn verknotet, durchgeknallt~, rätselhaft~, wendungsreich~, "
        "hirnverdrehend~"
    ),
    "epic": (
        "episch~, monumental~, monumentalfilm~, bildgewaltig~, gewaltig~, großes kino, bombastisch~, opulent~, epos"
    ),
    "quirky": (
        "schräg~, skurril~, eigenwillig~, verrückt~, absurd~, kauzig~, seltsam~, merkwürdig~, exzentrisch~, "
        "abgedreht~, schrullig~, ungewöhnlich~, abgefahren~"
    ),
    "satirical": "satirisch~, satire, satiren, bissig~, ironisch~, sarkastisch~, schwarze komödie, gesellschaftssatire",
    "dreamlike": "traumhaft~, verträumt~, surreal~, traumartig~, poetisch~, hypnotisch~, märchenhaft~, atmosphärisch~",
    "nostalgic": "nostalgisch~, nostalgie, retro, kindheitserinnerungen, wie früher, wie in meiner kindheit",
    "thought-provoking": (
        "nachdenklich~, zum nachdenken, was zum nachdenken, anspruchsvoll~, tiefgründig~, philosophisch~, klug~, "
        "intelligent~, schlau~, tiefsinnig~, gehaltvoll~, mit tiefgang"
    ),
}
