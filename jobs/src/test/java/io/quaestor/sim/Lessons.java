package io.quaestor.sim;

import java.util.List;

/** Small lessons to ask about, of short, middling and long sentences. */
final class Lessons {
  static final List<String> FRENCH =
      List.of(
          "Le chat dort sur le canapé.",
          "La boulangère prépare des croissants chaque matin.",
          "Les voisins cultivent des tomates magnifiques.",
          "Le facteur distribue les lettres avant midi.",
          "Notre maîtresse explique patiemment la conjugaison.",
          "En 1897, le village comptait 412 habitants.",
          "La rivière traverse une vallée profonde.",
          "Les abeilles fabriquent du miel parfumé.",
          "Mon grand-père répare de vieilles horloges suisses.",
          "Le jardinier arrose les rosiers quotidiennement.",
          "Après la pluie, les enfants du quartier ramassent des escargots dans le potager communal.",
          "Quand le sujet est pluriel, le verbe prend généralement une terminaison différente à l'écrit.",
          "Le musée de Grenoble conserve 250 tableaux que la famille Morel avait longtemps cachés.",
          "L'adjectif s'accorde en genre et en nombre avec le nom qu'il accompagne habituellement.",
          "Chaque samedi, Camille achète du fromage et des poires au marché couvert de Dijon.",
          "Le professeur demande à Julien de relire attentivement la consigne imprimée au tableau.",
          "Les ouvriers construisent un pont métallique qui reliera bientôt les deux rives du canal.",
          "La mer monte deux fois par jour et découvre une immense plage de sable fin.",
          "Il faut 90 minutes pour atteindre le sommet quand le sentier est parfaitement sec.",
          "Le passé composé exprime une action terminée, souvent limitée dans le temps.",
          "Lorsque la température descend brusquement pendant la nuit, la vapeur d'eau contenue dans"
              + " l'atmosphère se dépose sur les feuilles et forme une fine couche de givre.",
          "Les marchands vénitiens, qui avaient établi des comptoirs le long de la côte orientale,"
              + " rapportaient des épices, des soieries et des récits extraordinaires de leurs expéditions.",
          "Pour convaincre le conseil municipal, l'architecte présenta une maquette détaillée du futur"
              + " théâtre, accompagnée d'une estimation scrupuleuse des dépenses prévues jusqu'en 1934.",
          "Le conditionnel présent sert à formuler une demande polie, à imaginer une hypothèse ou à"
              + " rapporter une information dont le locuteur ne garantit nullement l'exactitude.",
          "Comme les récoltes avaient été détruites par la sécheresse, plusieurs familles quittèrent la"
              + " campagne et cherchèrent un emploi dans les manufactures récemment ouvertes à Roubaix.",
          "Les premiers cartographes dessinaient des continents approximatifs, parce qu'ils reconstituaient"
              + " les rivages à partir des témoignages contradictoires de navigateurs rarement scolarisés.",
          "Une phrase complexe contient au moins une proposition subordonnée, introduite par une"
              + " conjonction ou un pronom relatif, qui dépend grammaticalement de la proposition principale.",
          "Le laboratoire installé près de Toulouse analyse mensuellement 600 échantillons de terre afin"
              + " de repérer les substances toxiques avant qu'elles n'atteignent la nappe souterraine.");

  static final List<String> ENGLISH =
      List.of(
          "The ferry leaves the harbour at dawn.",
          "Copper conducts electricity better than iron.",
          "My cousin repairs wooden fishing boats.",
          "The orchard produced 320 baskets of pears.",
          "Gardeners protect young plants from frost.",
          "A compass needle points towards magnetic north.",
          "The librarian catalogues ancient manuscripts carefully.",
          "Farmers harvest barley in late summer.",
          "The bakery sells fresh bread and pastries.",
          "Engineers inspected the suspension bridge yesterday.",
          "When water freezes in a narrow crack, the growing ice slowly splits the surrounding rock.",
          "The council of Whitby bought 45 benches for the gardens that surround the old lighthouse.",
          "Every morning the shepherd counts the animals before leading them to the northern pasture.",
          "A prime number has exactly two divisors, which are the number itself and unity.",
          "In 1851 the railway reached Carlisle and the price of coal dropped almost immediately.",
          "The teacher asked Margaret to read the second paragraph aloud without looking at notes.",
          "Bees visit thousands of flowers in order to make a single jar of golden honey.",
          "Regular exercise strengthens the heart and noticeably improves the quality of our sleep.",
          "Sailors once carried limes on long voyages because the fruit prevented a dangerous illness.",
          "The museum displays a wooden clock that was built by two brothers from Exeter.",
          "Because the glacier has been retreating steadily since measurements began, geologists can study"
              + " rocks and sediments that had remained hidden beneath the ice for several millennia.",
          "The apprentice, who had never worked with glass before, gradually learned to judge the"
              + " temperature of the furnace by observing the colour and brightness of its flames.",
          "Although the expedition lost most of its equipment in the storm, the botanist nevertheless"
              + " returned with 73 previously unknown specimens and a notebook full of illustrations.",
          "Translators often disagree about this passage, since the original verb describes simultaneously"
              + " a physical movement, a change of opinion and a deliberate refusal to answer.",
          "When demand for cotton collapsed, the manufacturers in Lancashire dismissed their weavers and"
              + " converted the largest buildings into warehouses, workshops and inexpensive lodgings.",
          "The committee recommended that hospitals should publish comparable statistics every quarter, so"
              + " that patients and physicians could recognise improvements and persistent weaknesses.",
          "Photosynthesis transforms carbon dioxide and water into sugar, releasing oxygen as a product"
              + " that animals, fungi and countless microscopic organisms subsequently consume.",
          "Early astronomers explained the irregular motion of the planets with complicated systems of"
              + " circles, which remained remarkably accurate for practical navigation until 1609.");

  private Lessons() {}
}
