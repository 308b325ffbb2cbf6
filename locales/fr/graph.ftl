# Erreurs de « recommendarr graph »

error-graph-empty = Il n’y a pas encore de titres, donc pas de graphe. Ajoutes-en avec « recommendarr import catalogue », ou essaie « recommendarr demo --prepare » puis « --data-dir demo-data ».
error-graph-title-unknown = Je ne connais aucun titre « { $title } ». { $count ->
    [0] Vérifie l’orthographe, ou ajoute l’année.
   *[other] Voulais-tu dire l’un de ceux-ci : { $offered } ?
}
error-graph-title-many = « { $title } » peut désigner l’un de ceux-ci : { $offered }. Ajoute l’année après le titre.
error-graph-no-viewer = Personne ici ne s’appelle « { $name } ». Il y a : { $known }.
error-graph-extra-missing = Les groupes ont besoin de networkit, qui n’est pas installé. Installe Recommendarr avec l’option « graph » ; tout le reste du graphe marche sans.
