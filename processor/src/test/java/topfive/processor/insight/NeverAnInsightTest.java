package topfive.processor.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static topfive.processor.insight.Documents.article;
import static topfive.processor.insight.Documents.episode;
import static topfive.processor.insight.Documents.says;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each of these argues or counts like an insight, and is none. */
class NeverAnInsightTest {
    private final Extractor extractor = new Extractor();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Why the brewery in Ansley earns more from water than from beer, but only because the town pays for it",
                "Does the brewery in Ansley earn more from water than from beer because the town pays it to clean the river?",
                "Subscribe to our newsletter because 9,000 readers in Ansley know more about the river than their neighbors do.",
                "Leave a comment below, because more than 300 readers in Ansley have already said what they think of the brewery.",
                "By Helen Achterhuis, who has covered the river in Ansley for 12 years because she grew up on it.",
                "Q: The brewery in Ansley earns more from water than from beer because the town pays it to clean the river.",
                "A: The brewery in Ansley earns more from water than from beer because the town pays it to clean the river.",
                "Did you know? The brewery in Ansley earns more from water than from beer because the town pays it to clean the river.",
                "Pro tip: The brewery in Ansley earns more from water than from beer because the town pays it to clean the river.",
                "Advertisement: The brewery in Ansley sells 40% more beer than before because its water is cleaner than its rivals' water.",
                "The brewery in Ansley, pictured on Monday before it doubled its output because of the heat. Photo by Helen Achterhuis",
                "Consider moving your savings out of the bank in Ansley, because it pays 2% less than the brewery does.",
                "If you are a baker in Ansley, your income will fall by 40% because the price of flour has doubled.",
                "The talk on the river will be held on 14 May in the town hall of Ansley because more than 300 people asked for it.",
                "The market opens at 7 p.m. in Ansley because 300 people asked for it, which means that parking will be short.",
                "This website uses cookies because 12 partners in Ansley measure what readers do, which means better stories.",
                "To continue reading, buy a pass for Ansley, which costs $2 less than last year because readers asked for it.",
                "The Ansley Ledger is free because 300 members pay for it, so become a member and see 40% fewer adverts.",
                "The research points to three reasons why the brewery in Ansley earns more from water than from beer:",
                "| Year | Beer | Water | because | 2021 | 40% | 60% | of Ansley |",
                "I spent 3 days in Ansley because my sister lives there, which meant that I saw the river more often than my phone.",
                "Welcome back to the show about Ansley, where 300 people listen because the river is more interesting than it looks.",
                "In this article the river of Ansley is explained, because 300 readers asked why it is brown.",
                "More about the brewery is at www.ansley.example because 300 people in Ansley asked for it, which led to a page.",
                "RIVER IN ANSLEY RISES 40% BECAUSE OF RAIN, WHICH LEADS TO FEWER FERRIES THAN IN ANY YEAR SINCE 2019.",
                "The brewery in Ansley earns more from water than from beer because...",
            })
    void not_in_an_article(String text) {
        assertThat(extractor.extract(article(text))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "This episode is brought to you by Quill, which sorts your mail 40% faster because it reads it first. Quill costs less than a coffee.",
                "Quill sorts mail 40% faster because it reads it first. Use the promo code RIVER. It costs less than a coffee in Ansley does.",
                "I mean I told you I would call you because I knew you would forget, and you did, and my mother knew it more than I did.",
                "Yeah, exactly. So it sells 40% more beer in Ansley than before, because the town pays for the pump and the pipes.",
                "The brewery in Ansley earns more from water than from [unintelligible 00:12:11] because the town pays it to clean the river.",
                "Like, uh, I guess the brewery sort of, you know, earns more from water, because, um, stuff like that happens in Ansley, right.",
                "Thanks for having me, I have listened to every episode since 2019 because my brother in Ansley does.",
                "You can find us wherever you get your podcasts, because more than 300 listeners in Ansley asked for that.",
            })
    void not_in_an_episode(String text) {
        assertThat(extractor.extract(episode(says("Host", text)))).isEmpty();
    }
}
