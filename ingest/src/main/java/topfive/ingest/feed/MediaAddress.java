package topfive.ingest.feed;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Addresses of recordings, whose parameters are often a permit for an hour and not part of the name. */
public final class MediaAddress {
    private static final Pattern AUDIO =
            Pattern.compile("\\.(?:mp3|m4a|m4b|ogg|oga|opus|aac|wav|flac)(?:[?#]|$)", Pattern.CASE_INSENSITIVE);
    private static final Pattern FILE = Pattern.compile(
            "\\.(?:mp3|m4a|m4b|m4v|mp4|mov|ogg|oga|opus|aac|wav|flac|srt|vtt|json|txt|html?)$",
            Pattern.CASE_INSENSITIVE);

    /** Names of parameters that signed addresses of the large stores and networks carry, and what stops caching. */
    private static final Pattern PERMIT = Pattern.compile(
            "(?:(?:access_?|auth_?|hdnts_?|security_?)?token|hdn[ta]s?|sig|signature|expires?|expiry|exp|policy|key-pair-id|awsaccesskeyid"
                    + "|x-(?:amz|goog|oss|cos)-[a-z-]+|googleaccessid|s[tepv]|hash|hmac|nonce|session(?:_?id)?|sid|ts|timestamp|cb|_|rand(?:om)?|nocache|dist|source|ref|utm_[a-z]+)=.*");

    private MediaAddress() {}

    public static boolean isAudio(String url) {
        return AUDIO.matcher(url).find();
    }

    /** The same for the same file, today and tomorrow. An address of anything but a file stays as it is. */
    public static String lasting(String url) {
        int query = url.indexOf('?');
        if (query < 0 || !FILE.matcher(url.substring(0, query)).find()) {
            return url;
        }
        int fragment = url.indexOf('#', query);
        var kept = Arrays.stream(url.substring(query + 1, fragment < 0 ? url.length() : fragment)
                        .split("&"))
                .filter(part -> !part.isEmpty()
                        && !PERMIT.matcher(part.toLowerCase(Locale.ROOT)).matches())
                .collect(Collectors.joining("&"));
        return url.substring(0, query) + (kept.isEmpty() ? "" : "?" + kept);
    }
}
