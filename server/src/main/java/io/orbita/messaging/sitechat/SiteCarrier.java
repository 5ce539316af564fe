package io.orbita.messaging.sitechat;

import io.orbita.messaging.Channel;
import io.orbita.messaging.Content;
import io.orbita.messaging.channel.Carrier;
import io.orbita.messaging.channel.Outcome;
import io.orbita.platform.tenancy.BusinessId;
import org.springframework.stereotype.Component;

/** The chat on the site: the page reads the conversation itself, so that what is kept has arrived. */
@Component
class SiteCarrier implements Carrier {
    @Override
    public Channel channel() {
        return Channel.SITE;
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(20_000, 20_000, true, false, true, true);
    }

    @Override
    public int parts(Content content) {
        return 1;
    }

    @Override
    public Outcome carry(BusinessId business, Parcel parcel) {
        return new Outcome.Sent(parcel.key(), null);
    }
}
