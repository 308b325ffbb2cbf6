# Ce qui se dit de titres que les mêmes personnes aiment. $titles titres entre guillemets, $title_count combien, $count personnes, trois ou plus.

reason-liked-together-1 = Ici, { $count } personnes qui ont aimé { $titles } ont aussi aimé ce titre.
reason-liked-together-2 = Tu partages { $titles } avec { $count } personnes d’ici qui ont aussi aimé celui-ci.
reason-liked-together-3 = { $titles } et ce titre vont ensemble ici : { $count } personnes ont aimé les deux.
reason-liked-together-4 = Le goût de { $titles } mène ici : { $count } personnes de ce serveur ont aimé les deux.

reason-often-together-1 = Qui aime { $titles } aime souvent aussi ce titre.
reason-often-together-2 = Souvent aimé par les mêmes personnes que { $titles }, que tu as { $title_count ->
    [one] aimé
   *[other] aimés
}.
reason-often-together-3 = Les amateurs de { $titles } s’y retrouvent d’ordinaire.
reason-often-together-4 = Tu as aimé { $titles }, et beaucoup dans ce cas aiment aussi celui-ci.

contribution-sequence = Ce qui suit souvent tes derniers titres
contribution-attributes = Son sujet et son équipe, au goût de gens qui te ressemblent
