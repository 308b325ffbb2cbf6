"""The catalogue as a graph: titles, and the people, words and worlds that connect them."""
