# Dossiers de notes : ce qu’ils ont de particulier.

folder-all-liked = { $file } : il n’y a pas de colonne rating, alors tout compte comme aimé.
folder-scale = { $file } : les notes vont jusqu’à { $highest } ; à partir de { $least }, un titre compte comme aimé.
folder-none-liked = { $file } : aucune note n’atteint { $least }, alors rien ne compte comme aimé.
folder-titles-again =
    { $file } : { $count ->
        [one] { $count } titre est donné de nouveau ; la dernière ligne compte (ligne { $lines }).
       *[other] { $count } titres sont donnés de nouveau ; la dernière ligne compte (lignes { $lines }).
    }
folder-rated-again =
    { $file } : { $count ->
        [one] { $count } note porte sur un titre que la même personne avait déjà noté ; la plus récente compte (ligne { $lines }).
       *[other] { $count } notes portent sur des titres que la même personne avait déjà notés ; la plus récente compte (lignes { $lines }).
    }
folder-unknown =
    { $file } : { $count ->
        [one] { $count } note est restée de côté : son titre n’est pas dans le fichier des titres (ligne { $lines }).
       *[other] { $count } notes sont restées de côté : leurs titres ne sont pas dans le fichier des titres (lignes { $lines }).
    }
folder-undated =
    { $file } : { $count ->
        [one] { $count } note n’a pas de date ; elle compte comme plus ancienne que toutes les autres (ligne { $lines }).
       *[other] { $count } notes n’ont pas de date ; elles comptent comme plus anciennes que toutes les autres, dans un ordre tiré au sort (lignes { $lines }).
    }
folder-timeless = { $file } : aucune note n’a de date ; leur ordre est tiré au sort, et toutes comptent comme données une fois chaque titre sorti.
folder-no-dates =
    { $file } : { $count ->
        [one] { $count } date se situe avant 1970 ou dans l’avenir, et compte comme absente (ligne { $lines }).
       *[other] { $count } dates se situent avant 1970 ou dans l’avenir, et comptent comme absentes (lignes { $lines }).
    }
