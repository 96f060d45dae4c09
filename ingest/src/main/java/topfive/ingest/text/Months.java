package topfive.ingest.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The names of months and weekdays in the languages whose pages write dates out, and the small words between them. */
final class Months {
    /** January first; of what a language has two forms of, the one that dates are written with. */
    private static final String[] NAMES = {
        "january february march april may june july august september october november december",
        "januar februar märz april mai juni juli august september oktober november dezember",
        "jänner feber mrz april mai juni juli august september oktober november dezember",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        "januari februari maart april mei juni juli augustus september oktober november december",
        "januari februari mars april maj juni juli augusti september oktober november december",
        "januari februari maret april mei juni juli agustus september oktober november desember",
        "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
        "ledna února března dubna května června července srpna září října listopadu prosince",
        "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta",
        "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
        "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
        "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
        "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
        "január február március április május június július augusztus szeptember október november december",
        "ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου δεκεμβρίου",
        "ιαν φεβ μαρ απρ μαϊ ιουν ιουλ αυγ σεπ οκτ νοε δεκ",
    };

    private static final List<String> WEEKDAYS = words("monday tuesday wednesday thursday friday saturday sunday"
            + " montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag lundi mardi mercredi jeudi vendredi samedi dimanche"
            + " lunes martes miércoles jueves viernes sábado domingo lunedì martedì mercoledì giovedì venerdì sabato domenica"
            + " segunda-feira terça-feira quarta-feira quinta-feira sexta-feira segunda terça quarta quinta sexta feira"
            + " maandag dinsdag woensdag donderdag vrijdag zaterdag zondag måndag tisdag onsdag torsdag fredag lördag söndag mandag tirsdag lørdag søndag"
            + " poniedziałek wtorek środa czwartek piątek sobota niedziela pondělí úterý středa čtvrtek pátek neděle"
            + " maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai luni marți miercuri joi vineri sâmbătă duminică"
            + " pazartesi salı çarşamba perşembe cuma cumartesi pazar понедельник вторник среда четверг пятница суббота воскресенье"
            + " пн вт ср чт пт сб вс понеділок вівторок середа четвер пʼятниця субота неділя hétfő kedd szerda csütörtök péntek szombat vasárnap"
            + " δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή senin selasa rabu kamis jumat sabtu minggu");

    private static final Set<String> BETWEEN = Set.copyOf(
            words(
                    "t at on of the de del di le la el il den der dem am um uhr kl klo alle ore à às as a o h г года р о в st nd rd th er ª º e"
                            + " date posted published publish updated update modified created pubdate veröffentlicht aktualisiert stand publié mis jour"
                            + " publicado actualizado pubblicato geplaatst publicerad opublikowano 年 月 日 년 월 일 星期 週 周 曜日 요일 火 水 木 金 土 화 수 목 금 토"));

    private static final Map<String, Integer> MONTHS = months();

    private Months() {}

    /** @param word in lower case, without a full stop; three letters and more stand for the whole where they do for one month alone */
    static Optional<Integer> month(String word) {
        return Optional.ofNullable(MONTHS.get(word));
    }

    /** A weekday, or its beginning, or a word that says nothing about the date. */
    static boolean saysNothing(String word) {
        return BETWEEN.contains(word) || word.length() >= 2 && WEEKDAYS.stream().anyMatch(day -> day.startsWith(word));
    }

    private static Map<String, Integer> months() {
        var all = new HashMap<String, Integer>();
        for (var line : NAMES) {
            var names = words(line);
            for (var name : names) {
                all.putIfAbsent(name, names.indexOf(name) + 1);
                for (int length = 3; length < name.length(); length++) {
                    var start = name.substring(0, length);
                    if (names.stream().filter(other -> other.startsWith(start)).count() == 1) {
                        all.putIfAbsent(start, names.indexOf(name) + 1);
                    }
                }
            }
        }
        all.put("sept", 9);
        Map.copyOf(all).forEach((name, month) -> all.putIfAbsent(plain(name), month));
        return all;
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }

    private static List<String> words(String line) {
        return Arrays.stream(line.split(" ")).collect(Collectors.toList());
    }
}
