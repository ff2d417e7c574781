"""Common given names in Finland, for finding persons in free text.

Chosen by hand; names that are common Finnish words as well (*Onni, Toivo, Tuuli, Aura, Helmi, Arvo*) are left out,
since a rule that cries wolf is switched off. The Digital and Population Data Services Agency publishes the full
statistics under CC BY 4.0; an organisation may load them.
"""

from __future__ import annotations

_MEN = """
Aapo Aaro Aarne Aatos Ahti Aki Aku Aleksi Anssi Antero Antti Ari Arto Atte Eemeli Eero Eetu Eino Elias Elmeri Erkki
Erno Esa Esko Fredrik Hannu Harri Heikki Henri Henrik Hugo Iiro Ilkka Ilmari Jaakko Jani Janne Jarkko Jarmo Jari Jesse
Johan Johannes Jonas Joni Joonas Jorma Jouko Jouni Juha Juhani Juho Jukka Jussi Jyrki Kai Kaarlo Kalervo Kalevi Kalle
Kari Karl Kauko Keijo Kim Kimmo Konsta Kristian Kyösti Lari Lasse Lassi Lauri Leevi Leo Magnus Marko Markku Markus
Martti Matias Matti Mauri Miika Mika Mikael Mikko Miska Niilo Niklas Niko Olavi Olli Oskari Osmo Otto Paavo Pasi Patrik
Pauli Pekka Pentti Pertti Petri Petteri Raimo Raine Rasmus Reijo Reino Riku Risto Robin Roni Sakari Sami Sampo Samuel
Samuli Santeri Saku Sebastian Seppo Simo Stefan Sven Taneli Tapani Tauno Teemu Tero Teppo Timo Tobias Tom Tomi Tommi
Topias Toni Tuomas Tuomo Tuukka Ville Veikko Veli-Matti Viljami Vesa Väinö
"""

_WOMEN = """
Aada Aija Aila Aino Aliisa Amanda Anette Anita Anja Anna Anne Anneli Anni Anniina Annika Annukka Anu Arja Asta Auli
Birgitta Camilla Carina Eeva Eija Eila Elena Elina Elisa Elisabet Ella Elli Elsa Emilia Emma Emmi Enni Erika Essi
Eveliina Eva Hanna Hannele Hanne Heidi Heli Helena Helinä Henna Hilkka Iida Iina Ilona Inka Inkeri Irene Irja Irma Jaana
Janette Janina Jasmin Jenna Jenni Jessica Johanna Jonna Josefiina Julia Kaarina Kaija Kaisa Karoliina Katariina Kati
Katja Katri Kirsi Kirsti Krista Kristiina Laura Lea Leena Linda Linnea Liisa Maaret Maarit Maija Maiju Malin Mari Maria
Marianne Marika Marita Marjaana Marjatta Marjo Marjut Maritta Matilda Meeri Merja Mervi Mia Mila Milla Minna
Minttu Mirja Mirjami Mirva Nea Nelli Niina Nina Noora Outi Paula Petra Pia Piia Pinja Pirjo Pirkko Päivi Raija Raili
Raisa Reetta Riikka Riitta Ritva Ronja Saana Saara Saija Salla Sanna Sari Seija Senja Sinikka Sirkka Sirpa Sofia Sonja
Susanna Taina Tanja Tarja Teija Terhi Tiia Tiina Tuija Tuula Tytti Ulla Ursula Veera Venla Viivi Virpi Ylva
"""

GIVEN_NAMES: frozenset[str] = frozenset((_MEN + _WOMEN).split())
