"""The names of the funders, a line each: `Finnish name | Swedish | English | short names`.

Source: the names and short names the agencies use of themselves (valtioneuvosto.fi, avi.fi, ely-keskus.fi and each
agency's site); written down November 2025. What is not certain is left empty.
"""

MINISTRIES = (
    "Opetus- ja kulttuuriministeriö | Undervisnings- och kulturministeriet | Ministry of Education and Culture | OKM",
    "Valtiovarainministeriö | Finansministeriet | Ministry of Finance | VM",
    "Työ- ja elinkeinoministeriö | Arbets- och näringsministeriet |"
    " Ministry of Economic Affairs and Employment | TEM",
    "Sosiaali- ja terveysministeriö | Social- och hälsovårdsministeriet |"
    " Ministry of Social Affairs and Health | STM",
    "Ympäristöministeriö | Miljöministeriet | Ministry of the Environment | YM",
    "Maa- ja metsätalousministeriö | Jord- och skogsbruksministeriet | Ministry of Agriculture and Forestry | MMM",
    "Liikenne- ja viestintäministeriö | Kommunikationsministeriet | Ministry of Transport and Communications | LVM",
    "Oikeusministeriö | Justitieministeriet | Ministry of Justice | OM",
    "Sisäministeriö | Inrikesministeriet | Ministry of the Interior | SM",
    "Puolustusministeriö | Försvarsministeriet | Ministry of Defence | PLM",
    "Ulkoministeriö | Utrikesministeriet | Ministry for Foreign Affairs | UM",
    "Valtioneuvoston kanslia | Statsrådets kansli | Prime Minister's Office | VNK",
)

# Area in the genitive | Swedish area | English area | short name, which is also the prefix of its numbers.
AVI_AREAS = (
    "Etelä-Suomen | Södra Finland | Southern Finland | ESAVI",
    "Itä-Suomen | Östra Finland | Eastern Finland | ISAVI",
    "Lapin | Lappland | Lapland | LAAVI",
    "Lounais-Suomen | Sydvästra Finland | Southwestern Finland | LSAVI",
    "Länsi- ja Sisä-Suomen | Västra och Inre Finland | Western and Inland Finland | LSSAVI",
    "Pohjois-Suomen | Norra Finland | Northern Finland | PSAVI",
)
ELY_AREAS = (
    "Uudenmaan | Nyland | Uusimaa | UUDELY",
    "Varsinais-Suomen | Egentliga Finland | Southwest Finland | VARELY",
    "Satakunnan | Satakunta | Satakunta | SATELY",
    "Hämeen | Tavastland | Häme | HAMELY",
    "Pirkanmaan | Birkaland | Pirkanmaa | PIRELY",
    "Kaakkois-Suomen | Sydöstra Finland | Southeast Finland | KASELY",
    "Etelä-Savon | Södra Savolax | South Savo | ESAELY",
    "Pohjois-Savon | Norra Savolax | North Savo | POSELY",
    "Pohjois-Karjalan | Norra Karelen | North Karelia | POKELY",
    "Keski-Suomen | Mellersta Finland | Central Finland | KESELY",
    "Etelä-Pohjanmaan | Södra Österbotten | South Ostrobothnia | EPOELY",
    "Pohjanmaan | Österbotten | Ostrobothnia | POHELY",
    "Pohjois-Pohjanmaan | Norra Österbotten | North Ostrobothnia | POPELY",
    "Kainuun | Kajanaland | Kainuu | KAIELY",
    "Lapin | Lappland | Lapland | LAPELY",
)

CENTRAL_AGENCIES = (
    "Valtiokonttori | Statskontoret | State Treasury |",
    "Innovaatiorahoituskeskus Business Finland | Innovationsfinansieringsverket Business Finland |"
    " Innovation Funding Agency Business Finland |",
    "Sosiaali- ja terveysjärjestöjen avustuskeskus | Social- och hälsoorganisationernas understödscentral |"
    " Funding Centre for Social Welfare and Health Organisations | STEA",
    "Terveyden ja hyvinvoinnin laitos | Institutet för hälsa och välfärd |"
    " Finnish Institute for Health and Welfare | THL",
    "Ruokavirasto | Livsmedelsverket | Finnish Food Authority |",
    "Jatkuvan oppimisen ja työllisyyden palvelukeskus | Servicecentret för kontinuerligt lärande och sysselsättning |"
    " Service Centre for Continuous Learning and Employment | JOTPA",
    "Kansaneläkelaitos | Folkpensionsanstalten | Social Insurance Institution of Finland | Kela FPA",
    "Taiteen edistämiskeskus | Centret för konstfrämjande | Arts Promotion Centre Finland | Taike",
    "Museovirasto | Museiverket | Finnish Heritage Agency |",
    "Suomen Akatemia | Finlands Akademi | Research Council of Finland |",
    "Suomen ympäristökeskus | Finlands miljöcentral | Finnish Environment Institute | Syke",
    "Suomen metsäkeskus | Finlands skogscentral | Finnish Forest Centre |",
    "Opintokeskus Sivis | | | Sivis",
)

COUNCILS = (
    "Uudenmaan liitto | Nylands förbund | Helsinki-Uusimaa Regional Council |",
    "Varsinais-Suomen liitto | Egentliga Finlands förbund | Regional Council of Southwest Finland |",
    "Satakuntaliitto | Satakundaförbundet | Regional Council of Satakunta |",
    "Hämeen liitto | Tavastlands förbund | |",
    "Pirkanmaan liitto | Birkalands förbund | Council of Tampere Region |",
    "Päijät-Hämeen liitto | Päijänne-Tavastlands förbund | |",
    "Kymenlaakson liitto | Kymmenedalens förbund | Regional Council of Kymenlaakso |",
    "Etelä-Karjalan liitto | Södra Karelens förbund | Regional Council of South Karelia |",
    "Etelä-Savon maakuntaliitto | Södra Savolax landskapsförbund | Regional Council of South Savo |",
    "Pohjois-Savon liitto | Norra Savolax förbund | |",
    "Pohjois-Karjalan maakuntaliitto | Norra Karelens landskapsförbund | Regional Council of North Karelia |",
    "Keski-Suomen liitto | Mellersta Finlands förbund | Regional Council of Central Finland |",
    "Etelä-Pohjanmaan liitto | Södra Österbottens förbund | |",
    "Pohjanmaan liitto | Österbottens förbund | Regional Council of Ostrobothnia |",
    "Keski-Pohjanmaan liitto | Mellersta Österbottens förbund | |",
    "Pohjois-Pohjanmaan liitto | Norra Österbottens förbund | |",
    "Kainuun liitto | Kajanalands förbund | Regional Council of Kainuu |",
    "Lapin liitto | Lapplands förbund | Regional Council of Lapland |",
)

EU_FUNDS = (
    "Euroopan unioni | Europeiska unionen | European Union | EU",
    "Euroopan aluekehitysrahasto | Europeiska regionala utvecklingsfonden | European Regional Development Fund |"
    " EAKR ERUF ERDF",
    "Euroopan sosiaalirahasto plus | Europeiska socialfonden plus | European Social Fund Plus | ESR+ ESF+",
    "Euroopan sosiaalirahasto | Europeiska socialfonden | European Social Fund | ESR ESF",
    "Oikeudenmukaisen siirtymän rahasto | Fonden för en rättvis omställning | Just Transition Fund | JTF FRO",
    "Euroopan maaseudun kehittämisen maatalousrahasto | Europeiska jordbruksfonden för landsbygdsutveckling |"
    " European Agricultural Fund for Rural Development | Maaseuturahasto EAFRD EJFLU",
    "Turvapaikka-, maahanmuutto- ja kotouttamisrahasto | Asyl-, migrations- och integrationsfonden |"
    " Asylum, Migration and Integration Fund | AMIF",
    "Erasmus+ | Erasmus+ | Erasmus+ |",
    "Luova Eurooppa | Kreativa Europa | Creative Europe |",
    "Horisontti Eurooppa | Horisont Europa | Horizon Europe |",
    "Nordplus | Nordplus | Nordplus |",
    "Interreg | Interreg | Interreg |",
    "EU:n LIFE-ohjelma | EU:s LIFE-program | LIFE Programme | LIFE-ohjelma LIFE-program",
)

FOUNDATIONS = (
    "Suomen Kulttuurirahasto | | Finnish Cultural Foundation |",
    "Svenska kulturfonden | Svenska kulturfonden | Swedish Cultural Foundation in Finland |",
    "Suomen elokuvasäätiö | Finlands filmstiftelse | Finnish Film Foundation | SES",
)

OTHER_NAMES = {
    "Innovaatiorahoituskeskus Business Finland": ("Business Finland", "Tekes"),
    "Euroopan unioni": ("Euroopan komissio", "Europeiska kommissionen", "European Commission"),
    "Euroopan sosiaalirahasto plus": (
        "ESR plus",
        "ESF plus",
        "Euroopan sosiaalirahasto+",
        "European Social Fund+",
    ),
    "Erasmus+": ("Erasmus", "Erasmus plus"),
}
