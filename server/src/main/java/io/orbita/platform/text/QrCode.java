package io.orbita.platform.text;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;

/** A link as a picture that a phone can read. */
public final class QrCode {
    private static final int PIXELS_PER_MODULE = 6;

    private QrCode() {}

    /**
     * A PNG as a data URI, black on white with the quiet zone that readers need.
     *
     * @throws IllegalArgumentException when the link is longer than a code holds, some 2 kB
     */
    public static String dataUri(String link) {
        try {
            BitMatrix matrix = new QRCodeWriter()
                    .encode(
                            link,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(
                                    EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M,
                                    EncodeHintType.CHARACTER_SET, StandardCharsets.UTF_8,
                                    EncodeHintType.MARGIN, 2));
            int size = matrix.getWidth() * PIXELS_PER_MODULE;
            var image = new BufferedImage(size, size, BufferedImage.TYPE_BYTE_BINARY);
            for (int y = 0; y < size; y++) {
                for (int x = 0; x < size; x++) {
                    image.setRGB(x, y, matrix.get(x / PIXELS_PER_MODULE, y / PIXELS_PER_MODULE) ? 0x000000 : 0xFFFFFF);
                }
            }
            var png = new ByteArrayOutputStream();
            ImageIO.write(image, "png", png);
            return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
        } catch (WriterException e) {
            throw new IllegalArgumentException("a link that no QR code can hold", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
