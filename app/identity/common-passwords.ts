/**
 * Words that leaked password lists and guessing tools put first, German and
 * English, with names of this portal's own surroundings. Lower case, letters only.
 * Used with figures and signs taken off: see `checkPassword`.
 */
export const commonPasswordWords: readonly string[] = (
  'abc administrator admin aktuell amt anmelden anmeldung april arbeit arbeitsagentur august auto ' +
  'baseball batman bayern beamter behoerde berlin bitte blume borussia bremen buero changeme charlie ' +
  'chef computer daniel default demo deutschland dezember dortmund dragon football ' +
  'frankfurt freitag fruehling fussball geheim geheimnis geheimes gast gott guest hallo hamburg hannover ' +
  'haushalt hello herbst herr ich iloveyou ist januar jobcenter juli juni kaffee kennwort koeln ' +
  'kreis kreisverwaltung kunde landkreis landrat lassmichrein letmein liebe login mama mai master ' +
  'mein meine massnahme massnahmen massnahmenportal michael mittwoch montag monkey muenchen ' +
  'musterland mustermann november oktober papa passwd password passwords passwort pass portal princess qwert qwertz ' +
  'qwerty asdf asdfgh yxcvbn yxcvb rathaus root samstag schalke schatz schatzi schule secret september sicher ' +
  'sommer sonne sonntag sozialamt stadt start startwort sunshine superman test testen teste tester ' +
  'traeger user vergabe verwaltung vier welcome werder wilkommen willkommen winter wort zugang zugriff ' +
  'der die das und fuer mir neu neues ' +
  'a b c i x y z'
).split(' ');
