package topfive.ingest.text;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Zones as dates name them: offsets, abbreviations, names of the tz database. What two places call by one name is the one of RFC 822. */
final class Zones {
    private static final Pattern OFFSET =
            Pattern.compile("(?:gmt|utc?)?\\s?([+-])\\s?(\\d{1,2})(?::?(\\d{2}))?(?:\\s?(?:z|gmt|utc?))?");

    /** Those whose standard and summer time share a name. */
    private static final Map<String, String> PLACES = Map.of(
            "et", "America/New_York",
            "ct", "America/Chicago",
            "mt", "America/Denver",
            "pt", "America/Los_Angeles");

    /** Minutes east of UTC; the American ones of RFC 822 first, then what feeds were seen to write. */
    private static final Map<String, Integer> NAMED = named(
            "z=0 ut=0 utc=0 gmt=0 wet=0 est=-300 edt=-240 cst=-360 cdt=-300 mst=-420 mdt=-360 pst=-480 pdt=-420 akst=-540 akdt=-480 hst=-600"
                    + " ast=-240 adt=-180 nst=-210 ndt=-150 brt=-180 art=-180 clt=-240 bst=60 ist=330 cet=60 cest=120 mez=60 mesz=120 mest=120"
                    + " met=60 west=60 eet=120 eest=180 sast=120 cat=120 wat=60 eat=180 msk=180 trt=180 gst=240 pkt=300 npt=345 ict=420 wib=420"
                    + " wita=480 wit=540 awst=480 sgt=480 hkt=480 pht=480 myt=480 jst=540 kst=540 acst=570 acdt=630 aest=600 aedt=660 nzst=720"
                    + " nzdt=780");

    private static final Map<String, String> REGIONS = regions();

    private Zones() {}

    /** @param zone in lower case; "" is UTC */
    static Optional<OffsetDateTime> at(LocalDateTime moment, String zone) {
        var name = zone.strip();
        if (name.isEmpty()) {
            return Optional.of(moment.atOffset(ZoneOffset.UTC));
        }
        var minutes = NAMED.get(name.replace(".", "").replaceFirst("^etc/", ""));
        if (minutes != null) {
            return Optional.of(moment.atOffset(ZoneOffset.ofTotalSeconds(minutes * 60)));
        }
        var region = PLACES.getOrDefault(name, REGIONS.get(name));
        if (region != null) {
            return Optional.of(moment.atZone(ZoneId.of(region)).toOffsetDateTime());
        }
        return offset(name).map(moment::atOffset);
    }

    static boolean isZone(String word) {
        var name = word.replace(".", "");
        return NAMED.containsKey(name) || PLACES.containsKey(name);
    }

    private static Optional<ZoneOffset> offset(String text) {
        var matcher = OFFSET.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int sign = matcher.group(1).equals("-") ? -1 : 1;
        int hours = Integer.parseInt(matcher.group(2));
        int minutes = matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3));
        if (minutes > 59) {
            throw new DateTimeException("offset of " + minutes + " minutes");
        }
        return Optional.of(ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes));
    }

    private static Map<String, Integer> named(String table) {
        var all = new HashMap<String, Integer>();
        for (var entry : table.split(" ")) {
            var parts = entry.split("=");
            all.put(parts[0], Integer.parseInt(parts[1]));
        }
        return all;
    }

    private static Map<String, String> regions() {
        var all = new HashMap<String, String>();
        ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.contains("/"))
                .forEach(id -> all.put(id.toLowerCase(Locale.ROOT), id));
        return all;
    }
}
