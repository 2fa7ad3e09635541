<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>Cli</name>
        <message>
            <source>Environment variable with the password that opens the file.</source>
            <translation>存放文件打开密码的环境变量。</translation>
        </message>
        <message>
            <source>Run bidseal-cli --help to see how it is used.</source>
            <translation>运行 bidseal-cli --help 查看用法。</translation>
        </message>
        <message>
            <source>Environment variable with the UKey's PIN.</source>
            <translation>存放 UKey PIN 的环境变量。</translation>
        </message>
        <message>
            <source>Read the PIN from the first line of standard input.</source>
            <translation>从标准输入的第一行读取 PIN。</translation>
        </message>
        <message>
            <source>Agree to use the last try before the UKey locks itself.</source>
            <translation>同意使用 UKey 锁定前的最后一次机会。</translation>
        </message>
        <message>
            <source>Type the PIN on the UKey.</source>
            <translation>请在 UKey 上输入 PIN。</translation>
        </message>
        <message>
            <source>The PIN is not correct.</source>
            <translation>PIN 不正确。</translation>
        </message>
        <message>
            <source>PIN of %1 for signing %2: </source>
            <translation>%1 的 PIN，用于签署 %2：</translation>
        </message>
        <message>
            <source>File: %1</source>
            <translation>文件：%1</translation>
        </message>
        <message>
            <source>Pages: %1</source>
            <translation>页数：%1</translation>
        </message>
        <message>
            <source>Size of the first page: %1 x %2 mm</source>
            <translation>第一页尺寸：%1 x %2 毫米</translation>
        </message>
        <message>
            <source>Encryption: %1</source>
            <translation>加密：%1</translation>
        </message>
        <message>
            <source>none</source>
            <translation>无</translation>
        </message>
        <message>
            <source>Signed field: %1</source>
            <translation>已签名的域：%1</translation>
        </message>
        <message>
            <source>Empty signature field: %1</source>
            <translation>空白签名域：%1</translation>
        </message>
        <message>
            <source>Before signing: %1</source>
            <translation>签署前请留意：%1</translation>
        </message>
        <message>
            <source>Show what is known of a PDF file.</source>
            <translation>显示 PDF 文件的信息。</translation>
        </message>
        <message>
            <source>PDF file.</source>
            <translation>PDF 文件。</translation>
        </message>
        <message>
            <source>Name one file.</source>
            <translation>请给出一个文件。</translation>
        </message>
        <message>
            <source>No signature is unfinished.</source>
            <translation>没有未完成的签署。</translation>
        </message>
        <message>
            <source>List, finish or discard signatures that were interrupted.</source>
            <translation>列出、继续或放弃中断的签署。</translation>
        </message>
        <message>
            <source>What to do.</source>
            <translation>要做的事。</translation>
        </message>
        <message>
            <source>The job, from list.</source>
            <translation>签署任务的编号，见 list。</translation>
        </message>
        <message>
            <source>jobs needs list, resume ID or discard ID.</source>
            <translation>jobs 后面要写 list、resume ID 或 discard ID。</translation>
        </message>
        <message>
            <source>Discarded.</source>
            <translation>已放弃并删除。</translation>
        </message>
        <message>
            <source>Usage: bidseal-cli COMMAND [OPTIONS] …</source>
            <translation>用法：bidseal-cli 命令 [选项] …</translation>
        </message>
        <message>
            <source>bidseal-cli COMMAND --help shows the options of a command.</source>
            <translation>bidseal-cli 命令 --help 显示该命令的选项。</translation>
        </message>
        <message>
            <source>Print one JSON value on standard output.</source>
            <translation>在标准输出打印一个 JSON 值。</translation>
        </message>
        <message>
            <source>Language of the words: zh_CN or en.</source>
            <translation>文字的语言：zh_CN 或 en。</translation>
        </message>
        <message>
            <source>Show this help.</source>
            <translation>显示此帮助。</translation>
        </message>
        <message>
            <source>Draw a page of a PDF file as PNG.</source>
            <translation>将 PDF 的一页绘制为 PNG。</translation>
        </message>
        <message>
            <source>Page, from 1.</source>
            <translation>页码，从 1 开始。</translation>
        </message>
        <message>
            <source>Dots per inch.</source>
            <translation>每英寸点数。</translation>
        </message>
        <message>
            <source>The PNG file to write.</source>
            <translation>要写入的 PNG 文件。</translation>
        </message>
        <message>
            <source>Name one file and the PNG file with --out.</source>
            <translation>请给出一个文件，并用 --out 给出 PNG 文件。</translation>
        </message>
        <message>
            <source>Put seals and date stamps onto a bid and sign it with a UKey.</source>
            <translation>在投标文件上盖印章和日期章，并用 UKey 签署。</translation>
        </message>
        <message>
            <source>The bid. It is never changed.</source>
            <translation>投标文件，不会被改动。</translation>
        </message>
        <message>
            <source>The signed file to write.</source>
            <translation>要写出的已签文件。</translation>
        </message>
        <message>
            <source>Replace OUT.pdf when it is there.</source>
            <translation>OUT.pdf 已存在时替换它。</translation>
        </message>
        <message>
            <source>Go on as B-B when no timestamp service answers.</source>
            <translation>时间戳服务都没有应答时，按 B-B 级别继续。</translation>
        </message>
        <message>
            <source>B-B or B-T; B-T when --tsa is given.</source>
            <translation>B-B 或 B-T；给出 --tsa 时为 B-T。</translation>
        </message>
        <message>
            <source>sha256, sha384 or sha512.</source>
            <translation>sha256、sha384 或 sha512。</translation>
        </message>
        <message>
            <source>RSA-PSS instead of PKCS#1 v1.5.</source>
            <translation>用 RSA-PSS 代替 PKCS#1 v1.5。</translation>
        </message>
        <message>
            <source>Sign this empty signature field.</source>
            <translation>签署这个空的签名域。</translation>
        </message>
        <message>
            <source>Reason written into the signature.</source>
            <translation>写入签名的签署原因。</translation>
        </message>
        <message>
            <source>Place written into the signature.</source>
            <translation>写入签名的签署地点。</translation>
        </message>
        <message>
            <source>sign needs one bid and -o OUT.pdf.</source>
            <translation>sign 需要一份投标文件和 -o OUT.pdf。</translation>
        </message>
        <message>
            <source>Signed and verified: %1</source>
            <translation>已签署，并已通过验证：%1</translation>
        </message>
        <message>
            <source>RFC 3161 timestamp service; may be repeated, the next one is tried when one does not answer.</source>
            <translation>RFC 3161 时间戳服务，可重复；一个没有应答时换用下一个。</translation>
        </message>
        <message>
            <source>A seal picture on pages; mm from the upper left corner as shown. PAGES is 7, 1-3,5, all, odd, even or last. May be repeated.</source>
            <translation>在指定页上盖印章图片；以毫米计，从页面左上角起。PAGES 为 7、1-3,5、all、odd、even 或 last，可重复。</translation>
        </message>
        <message>
            <source>A date stamp on pages. May be repeated.</source>
            <translation>在指定页上盖日期章，可重复。</translation>
        </message>
        <message>
            <source>The date of the date stamps; today without it.</source>
            <translation>日期章的日期，不填则为今天。</translation>
        </message>
        <message>
            <source>chinese-numeric, chinese-words, dashes or dots.</source>
            <translation>chinese-numeric、chinese-words、dashes 或 dots。</translation>
        </message>
        <message>
            <source>Height of the date stamps in mm.</source>
            <translation>日期章的高度（毫米）。</translation>
        </message>
        <message>
            <source>PKCS#11 module of the UKey's maker; the installed ones without it.</source>
            <translation>UKey 厂商的 PKCS#11 驱动文件；不填则使用已安装的驱动。</translation>
        </message>
        <message>
            <source>libp11 or cryptoki.</source>
            <translation>libp11 或 cryptoki。</translation>
        </message>
        <message>
            <source>Label of the UKey.</source>
            <translation>UKey 的名称。</translation>
        </message>
        <message>
            <source>Slot of the UKey.</source>
            <translation>UKey 所在的槽位。</translation>
        </message>
        <message>
            <source>Key id (hex), or part of the certificate's subject.</source>
            <translation>密钥编号（十六进制），或证书主题中的一段文字。</translation>
        </message>
        <message>
            <source>The PIN is locked.</source>
            <translation>PIN 已锁定。</translation>
        </message>
        <message>
            <source>Only one try of the PIN is left.</source>
            <translation>PIN 只剩最后一次机会。</translation>
        </message>
        <message>
            <source>List the UKeys that are plugged in and their certificates.</source>
            <translation>列出已插入的 UKey 及其证书。</translation>
        </message>
        <message>
            <source>ukey needs the word list.</source>
            <translation>ukey 后面要写 list。</translation>
        </message>
        <message>
            <source>No UKey is plugged in.</source>
            <translation>未插入 UKey。</translation>
        </message>
        <message>
            <source>unknown signer</source>
            <translation>未知签署人</translation>
        </message>
        <message>
            <source>Check the signatures of PDF files.</source>
            <translation>验证 PDF 文件的签名。</translation>
        </message>
        <message>
            <source>Trusted certificates: a file or a folder. May be repeated.</source>
            <translation>受信任的证书：文件或文件夹，可重复给出。</translation>
        </message>
        <message>
            <source>Fail when a signer is not trusted.</source>
            <translation>签署人不受信任时视为未通过。</translation>
        </message>
        <message>
            <source>Judge certificates at this time (ISO 8601).</source>
            <translation>按此时间判断证书（ISO 8601）。</translation>
        </message>
        <message>
            <source>Write the validation report to this file (.pdf or .html).</source>
            <translation>将验证报告写入此文件（.pdf 或 .html）。</translation>
        </message>
        <message>
            <source>PDF files.</source>
            <translation>PDF 文件。</translation>
        </message>
        <message>
            <source>--at needs a time like 2026-11-23T08:00:00Z.</source>
            <translation>--at 需要形如 2026-11-23T08:00:00Z 的时间。</translation>
        </message>
        <message>
            <source>The name of the report has to end in .pdf or .html.</source>
            <translation>报告的文件名须以 .pdf 或 .html 结尾。</translation>
        </message>
        <message>
            <source>Name at least one file.</source>
            <translation>请至少给出一个文件。</translation>
        </message>
        <message>
            <source>A report can be written for one file only.</source>
            <translation>一次只能为一个文件写报告。</translation>
        </message>
    </context>
    <context>
        <name>ErrorText</name>
        <message>
            <source>The file cannot be found.</source>
            <translation>找不到这个文件。</translation>
        </message>
        <message>
            <source>Check where it is, then open it again.</source>
            <translation>请确认文件的位置，再重新打开。</translation>
        </message>
        <message>
            <source>The file cannot be read.</source>
            <translation>无法读取这个文件。</translation>
        </message>
        <message>
            <source>Check that you may read it and that no other program holds it, then try again.</source>
            <translation>请确认您有读取权限，且文件没有被其他程序占用，再试一次。</translation>
        </message>
        <message>
            <source>The file is larger than 2,000,000,000 bytes.</source>
            <translation>文件超过 2,000,000,000 字节。</translation>
        </message>
        <message>
            <source>Split the bid or make its pictures smaller, then open it again.</source>
            <translation>请拆分投标文件或压缩其中的图片，再重新打开。</translation>
        </message>
        <message>
            <source>The file is not a PDF.</source>
            <translation>这个文件不是 PDF。</translation>
        </message>
        <message>
            <source>Choose a PDF file.</source>
            <translation>请选择 PDF 文件。</translation>
        </message>
        <message>
            <source>The PDF is damaged and cannot be read.</source>
            <translation>PDF 已损坏，无法读取。</translation>
        </message>
        <message>
            <source>Get the file anew from where it came from.</source>
            <translation>请从来源处重新获取这份文件。</translation>
        </message>
        <message>
            <source>The file is protected by a password.</source>
            <translation>文件有密码保护。</translation>
        </message>
        <message>
            <source>Enter the password that opens it.</source>
            <translation>请输入打开文件的密码。</translation>
        </message>
        <message>
            <source>The password does not open the file.</source>
            <translation>密码不能打开这份文件。</translation>
        </message>
        <message>
            <source>Check the password and enter it again.</source>
            <translation>请核对密码后重新输入。</translation>
        </message>
        <message>
            <source>The permissions of the file do not allow signing.</source>
            <translation>文件的权限设置不允许签署。</translation>
        </message>
        <message>
            <source>Ask the maker of the file for a copy that may be signed.</source>
            <translation>请向文件的制作方索取允许签署的版本。</translation>
        </message>
        <message>
            <source>The file was changed by another program.</source>
            <translation>文件已被其他程序改动。</translation>
        </message>
        <message>
            <source>Open it again and check your seals.</source>
            <translation>请重新打开，并核对印章位置。</translation>
        </message>
        <message>
            <source>The file is too complex to be worked on within the limits of time and memory.</source>
            <translation>文件过于复杂，超出了时间或内存的限制。</translation>
        </message>
        <message>
            <source>Have it saved anew by the program that made it, then try again.</source>
            <translation>请用制作它的程序重新保存，再试一次。</translation>
        </message>
        <message>
            <source>A page cannot be drawn.</source>
            <translation>有一页无法显示。</translation>
        </message>
        <message>
            <source>The other pages are not affected. Get the file anew if the page matters.</source>
            <translation>其他页不受影响。如果需要这一页，请重新获取文件。</translation>
        </message>
        <message>
            <source>The document has no such page.</source>
            <translation>文件没有这一页。</translation>
        </message>
        <message>
            <source>Choose a page that exists.</source>
            <translation>请选择存在的页码。</translation>
        </message>
        <message>
            <source>No seal has been placed yet.</source>
            <translation>还没有放置印章。</translation>
        </message>
        <message>
            <source>Drag a seal onto a page first.</source>
            <translation>请先把印章拖到页面上。</translation>
        </message>
        <message>
            <source>A seal lies outside its page.</source>
            <translation>有印章超出了页面。</translation>
        </message>
        <message>
            <source>Move it onto the page.</source>
            <translation>请把它移到页面以内。</translation>
        </message>
        <message>
            <source>The picture cannot be used as a seal.</source>
            <translation>这张图片不能用作印章。</translation>
        </message>
        <message>
            <source>Choose a PNG or JPEG picture of at most 6000 x 6000 pixels.</source>
            <translation>请选择不超过 6000 x 6000 像素的 PNG 或 JPEG 图片。</translation>
        </message>
        <message>
            <source>An earlier signature has certified the file and forbids further changes.</source>
            <translation>先前的签署已对文件作出认证，不允许再改动。</translation>
        </message>
        <message>
            <source>Ask the earlier signer for a version that may still be signed.</source>
            <translation>请向先前的签署方索取仍可签署的版本。</translation>
        </message>
        <message>
            <source>An earlier signature has locked the fields of the file.</source>
            <translation>先前的签署已锁定文件中的域。</translation>
        </message>
        <message>
            <source>The file is damaged and already carries signatures; repairing it would make them invalid.</source>
            <translation>文件已损坏，且其中已有签名；修复会使这些签名失效。</translation>
        </message>
        <message>
            <source>Get an undamaged copy from the earlier signer.</source>
            <translation>请向先前的签署方索取完好的文件。</translation>
        </message>
        <message>
            <source>An earlier signature in the file is not valid.</source>
            <translation>文件中先前的签名无效。</translation>
        </message>
        <message>
            <source>Check the signatures and ask the earlier signer before you sign.</source>
            <translation>请先验证签章，并向先前的签署方核实。</translation>
        </message>
        <message>
            <source>The signature field cannot be used.</source>
            <translation>这个签名域不能使用。</translation>
        </message>
        <message>
            <source>Choose another field or place the seal freely.</source>
            <translation>请选择其他签名域，或自由放置印章。</translation>
        </message>
        <message>
            <source>The result cannot be written there.</source>
            <translation>结果无法写入该位置。</translation>
        </message>
        <message>
            <source>Choose another folder, or get the right to write to this one.</source>
            <translation>请选择其他文件夹，或取得该文件夹的写入权限。</translation>
        </message>
        <message>
            <source>The result would overwrite the original file.</source>
            <translation>结果会覆盖原文件。</translation>
        </message>
        <message>
            <source>Choose another name.</source>
            <translation>请换一个文件名。</translation>
        </message>
        <message>
            <source>A file of this name already exists.</source>
            <translation>已有同名文件。</translation>
        </message>
        <message>
            <source>Choose another name, or say that it may be replaced.</source>
            <translation>请换一个文件名，或确认可以替换。</translation>
        </message>
        <message>
            <source>There is not enough room on the disk.</source>
            <translation>磁盘空间不足。</translation>
        </message>
        <message>
            <source>Make room, or choose another disk.</source>
            <translation>请清理空间，或选择其他磁盘。</translation>
        </message>
        <message>
            <source>Our own check after signing did not pass, and the result was discarded. The original file is unchanged and no signature was handed out.</source>
            <translation>签署后的自检没有通过，结果已丢弃。原文件未改动，没有交出任何签名。</translation>
        </message>
        <message>
            <source>Copy the report and send it to support.</source>
            <translation>请复制报告并联系支持人员。</translation>
        </message>
        <message>
            <source>The driver of the UKey cannot be found.</source>
            <translation>找不到 UKey 的驱动程序。</translation>
        </message>
        <message>
            <source>The driver of the UKey was made for another kind of processor.</source>
            <translation>UKey 的驱动程序与本程序的位数不符。</translation>
        </message>
        <message>
            <source>Install the driver of the right bitness.</source>
            <translation>请安装位数相符的驱动程序。</translation>
        </message>
        <message>
            <source>The driver of the UKey reports a fault.</source>
            <translation>UKey 的驱动程序报告故障。</translation>
        </message>
        <message>
            <source>The driver of the UKey stopped working and was ended.</source>
            <translation>UKey 的驱动程序停止工作，已被结束。</translation>
        </message>
        <message>
            <source>Plug the UKey in again; the driver is started anew by itself.</source>
            <translation>请重新插入 UKey；驱动程序会自动重新启动。</translation>
        </message>
        <message>
            <source>The UKey did not answer in time.</source>
            <translation>UKey 没有及时应答。</translation>
        </message>
        <message>
            <source>Plug the UKey in again and try once more.</source>
            <translation>请重新插入 UKey，再试一次。</translation>
        </message>
        <message>
            <source>No UKey was found.</source>
            <translation>没有找到 UKey。</translation>
        </message>
        <message>
            <source>The UKey was pulled out; signing is paused.</source>
            <translation>UKey 被拔出，签署已暂停。</translation>
        </message>
        <message>
            <source>Plug in the same UKey to go on.</source>
            <translation>插回同一只 UKey 后继续。</translation>
        </message>
        <message>
            <source>The UKey could not carry out the operation.</source>
            <translation>UKey 未能完成操作。</translation>
        </message>
        <message>
            <source>This is not the UKey from a moment ago.</source>
            <translation>这不是刚才那只 UKey。</translation>
        </message>
        <message>
            <source>Plug in the original one, or stop and confirm anew.</source>
            <translation>请插回原来的那只，或停止后重新确认。</translation>
        </message>
        <message>
            <source>The certificate was not found on the UKey.</source>
            <translation>UKey 上没有找到这张证书。</translation>
        </message>
        <message>
            <source>Choose another certificate or another UKey.</source>
            <translation>请选择其他证书，或换一只 UKey。</translation>
        </message>
        <message>
            <source>The certificate cannot be read.</source>
            <translation>证书无法读取。</translation>
        </message>
        <message>
            <source>Choose another certificate, or have this one issued anew.</source>
            <translation>请选择其他证书，或重新申请这张证书。</translation>
        </message>
        <message>
            <source>The certificate has expired.</source>
            <translation>证书已过期。</translation>
        </message>
        <message>
            <source>Renew it, or choose another one.</source>
            <translation>请续期，或选择其他证书。</translation>
        </message>
        <message>
            <source>The certificate is not valid yet.</source>
            <translation>证书尚未生效。</translation>
        </message>
        <message>
            <source>Check the clock of this computer, or choose another certificate.</source>
            <translation>请检查本机时间，或选择其他证书。</translation>
        </message>
        <message>
            <source>The certificate is not meant for signing.</source>
            <translation>这张证书不能用于签名。</translation>
        </message>
        <message>
            <source>Choose a signing certificate.</source>
            <translation>请选择签名证书。</translation>
        </message>
        <message>
            <source>The private key of the certificate is not on the UKey.</source>
            <translation>UKey 上没有这张证书的私钥。</translation>
        </message>
        <message>
            <source>Choose another certificate, or ask the issuer of the UKey.</source>
            <translation>请选择其他证书，或咨询 UKey 的发证机构。</translation>
        </message>
        <message>
            <source>The PIN is not correct.</source>
            <translation>PIN 不正确。</translation>
        </message>
        <message>
            <source>Check the PIN, then enter it again.</source>
            <translation>请核对 PIN 后重新输入。</translation>
        </message>
        <message>
            <source>The UKey is locked.</source>
            <translation>UKey 已锁定。</translation>
        </message>
        <message>
            <source>Have it unlocked by its issuer, or use another UKey or the cloud certificate.</source>
            <translation>请联系发证机构解锁，或换一只 UKey、改用云证书。</translation>
        </message>
        <message>
            <source>The PIN is too short or too long.</source>
            <translation>PIN 的长度不符合要求。</translation>
        </message>
        <message>
            <source>The UKey does not support this way of signing.</source>
            <translation>UKey 不支持这种签名方式。</translation>
        </message>
        <message>
            <source>Choose another certificate or the default algorithm.</source>
            <translation>请选择其他证书，或使用默认算法。</translation>
        </message>
        <message>
            <source>The timestamp service does not answer. The spare services were tried as well.</source>
            <translation>时间戳服务没有应答。已换用备用服务，仍未成功。</translation>
        </message>
        <message>
            <source>Try again, or sign without a timestamp for now.</source>
            <translation>请重试，或暂不加时间戳。</translation>
        </message>
        <message>
            <source>The timestamp service refused the request.</source>
            <translation>时间戳服务拒绝了请求。</translation>
        </message>
        <message>
            <source>Try again later, or choose another service in the settings.</source>
            <translation>请稍后重试，或在设置中更换服务。</translation>
        </message>
        <message>
            <source>The answer of the timestamp service is not valid.</source>
            <translation>时间戳服务的应答无效。</translation>
        </message>
        <message>
            <source>Choose another service in the settings.</source>
            <translation>请在设置中更换服务。</translation>
        </message>
        <message>
            <source>The data of the signature cannot be read.</source>
            <translation>签名数据无法读取。</translation>
        </message>
        <message>
            <source>Do not rely on this signature; ask the signer for a new file.</source>
            <translation>请勿采信这个签名，并向签署方索取新的文件。</translation>
        </message>
        <message>
            <source>The signature algorithm is not supported.</source>
            <translation>不支持这种签名算法。</translation>
        </message>
        <message>
            <source>A trusted certificate cannot be read.</source>
            <translation>受信任的证书无法读取。</translation>
        </message>
        <message>
            <source>Remove or replace the file in the list of trusted certificates.</source>
            <translation>请在受信任证书列表中移除或更换该文件。</translation>
        </message>
        <message>
            <source>The local data store cannot be opened.</source>
            <translation>本地数据无法打开。</translation>
        </message>
        <message>
            <source>Check the rights on the data folder and the room on the disk, then start the program again.</source>
            <translation>请检查数据文件夹的权限和磁盘空间，再重新启动程序。</translation>
        </message>
        <message>
            <source>The local data store is damaged.</source>
            <translation>本地数据已损坏。</translation>
        </message>
        <message>
            <source>Start the program again; a new store is made and the damaged one is kept beside it.</source>
            <translation>请重新启动程序；程序会新建数据，并保留损坏的那份。</translation>
        </message>
        <message>
            <source>The operation was cancelled.</source>
            <translation>操作已取消。</translation>
        </message>
        <message>
            <source>Start it again when you are ready.</source>
            <translation>需要时可以重新开始。</translation>
        </message>
        <message>
            <source>The request cannot be carried out as given.</source>
            <translation>无法按给出的要求执行。</translation>
        </message>
        <message>
            <source>Check what was entered.</source>
            <translation>请检查填写的内容。</translation>
        </message>
        <message>
            <source>Something went wrong inside the program.</source>
            <translation>程序内部出现问题。</translation>
        </message>
        <message>
            <source>Try again; if it happens again, copy the details and send them to support.</source>
            <translation>请再试一次；如再次出现，请复制详情并联系支持人员。</translation>
        </message>
        <message>
            <source>Signed already; please do not sign again.</source>
            <translation>已经签名，请勿重复签署。</translation>
        </message>
        <message>
            <source>Nothing has been signed, and your seals are kept in place.</source>
            <translation>尚未签署任何内容，印章位置已保留。</translation>
        </message>
        <message>
            <source>Nothing has been signed.</source>
            <translation>尚未签署。</translation>
        </message>
        <message>
            <source>The PIN is not correct. This is the last try.</source>
            <translation>PIN 不正确。这是最后一次机会。</translation>
        </message>
        <message>
            <source>One more wrong PIN locks the UKey; only its issuer can unlock it.</source>
            <translation>再输错一次，UKey 将被锁定，只能由发证机构解锁。</translation>
        </message>
        <message>
            <source>The PIN is not correct, and few tries are left.</source>
            <translation>PIN 不正确，剩余次数不多了。</translation>
        </message>
        <message>
            <source>Check the PIN first, then go on.</source>
            <translation>建议先核对 PIN，再继续。</translation>
        </message>
        <message>
            <source>Signed, but the trusted timestamp has not been obtained yet.</source>
            <translation>已签名，可信时间戳还没有取得。</translation>
        </message>
        <message>
            <source>The program tries again by itself; please do not sign again.</source>
            <translation>程序会自动重试，请勿重复签署。</translation>
        </message>
        <message>
            <source>Install the driver, or add its file in the settings under “UKey drivers”.</source>
            <translation>请安装驱动程序，或在“设置—UKey 驱动”中添加驱动文件。</translation>
        </message>
        <message>
            <source>Pull the UKey out and plug it in again; its driver can be looked at in the settings under “UKey drivers”.</source>
            <translation>请拔出 UKey 后重新插入；可在“设置—UKey 驱动”中查看驱动程序。</translation>
        </message>
        <message>
            <source>Plug in the UKey; drivers are in the settings under “UKey drivers”.</source>
            <translation>请插入 UKey；驱动程序见“设置—UKey 驱动”。</translation>
        </message>
        <message>
            <source>Plug it in again and try once more; if it happens again, look at the settings, “UKey drivers”.</source>
            <translation>请重新插入后再试一次；如再次出现，请查看“设置—UKey 驱动”。</translation>
        </message>
        <message>
            <source> Driver file: %1.</source>
            <translation>驱动文件：%1。</translation>
        </message>
    </context>
    <context>
        <name>FacetText</name>
        <message>
            <source>Not modified since it was signed</source>
            <translation>自签署后未被修改</translation>
        </message>
        <message>
            <source>Only permitted additions were made after signing</source>
            <translation>签署后只有允许的追加</translation>
        </message>
        <message>
            <source>Modified after signing</source>
            <translation>签署后被修改</translation>
        </message>
        <message>
            <source>The signature data is abnormal</source>
            <translation>签名数据异常</translation>
        </message>
        <message>
            <source>Cannot be checked</source>
            <translation>无法检查</translation>
        </message>
        <message>
            <source>The signer is not known</source>
            <translation>签署人未知</translation>
        </message>
        <message>
            <source>%1, certificate trusted</source>
            <translation>%1，证书受信任</translation>
        </message>
        <message>
            <source>%1, identity cannot be confirmed</source>
            <translation>%1，无法确认身份</translation>
        </message>
        <message>
            <source>%1, no trusted certificates have been set up</source>
            <translation>%1，尚未设置受信任的证书</translation>
        </message>
        <message>
            <source>%1, proven by a timestamp of %2</source>
            <translation>%1，由 %2 的时间戳证明</translation>
        </message>
        <message>
            <source>%1, claimed by the signer and not proven</source>
            <translation>%1，由签署人声明，没有可信证明</translation>
        </message>
        <message>
            <source>No time is given</source>
            <translation>没有给出时间</translation>
        </message>
        <message>
            <source>Not revoked</source>
            <translation>未被吊销</translation>
        </message>
        <message>
            <source>The certificate was revoked</source>
            <translation>证书已被吊销</translation>
        </message>
        <message>
            <source>Not known</source>
            <translation>未知</translation>
        </message>
        <message>
            <source>Not checked</source>
            <translation>尚未检查</translation>
        </message>
    </context>
    <context>
        <name>FileDialogs</name>
        <message>
            <source>Open bid file</source>
            <translation>打开投标文件</translation>
        </message>
        <message>
            <source>PDF files (*.pdf *.PDF)</source>
            <translation>PDF 文件 (*.pdf *.PDF)</translation>
        </message>
    </context>
    <context>
        <name>FindingText</name>
        <message>
            <source>The signature does not say which bytes it covers</source>
            <translation>签名没有写明所覆盖的范围</translation>
        </message>
        <message>
            <source>The covered range is not written as four whole numbers</source>
            <translation>签名的覆盖范围不是四个整数</translation>
        </message>
        <message>
            <source>The covered range contains a negative number</source>
            <translation>签名的覆盖范围含有负数</translation>
        </message>
        <message>
            <source>The covered range does not begin at the start of the file</source>
            <translation>签名的覆盖范围不是从文件开头算起</translation>
        </message>
        <message>
            <source>The covered range reaches beyond the end of the file</source>
            <translation>签名的覆盖范围超出了文件末尾</translation>
        </message>
        <message>
            <source>The parts of the covered range overlap or are empty</source>
            <translation>签名覆盖范围的两部分重叠或为空</translation>
        </message>
        <message>
            <source>The gap in the covered range is not exactly the signature value</source>
            <translation>签名覆盖范围中的空隙与签名值的位置不一致</translation>
        </message>
        <message>
            <source>The covered range does not end where a version of the file ends</source>
            <translation>签名的覆盖范围没有止于文件某个版本的末尾</translation>
        </message>
        <message>
            <source>The signature value is missing</source>
            <translation>缺少签名值</translation>
        </message>
        <message>
            <source>The signature value is not written as pure hexadecimal digits</source>
            <translation>签名值不是纯十六进制数字</translation>
        </message>
        <message>
            <source>The file was prepared for signing but never signed</source>
            <translation>文件已准备签署，但没有完成签名</translation>
        </message>
        <message>
            <source>The signature dictionary contains an entry twice</source>
            <translation>签名字典中有重复的条目</translation>
        </message>
        <message>
            <source>The signature field holds something that is no signature</source>
            <translation>签名域中的内容不是签名</translation>
        </message>
        <message>
            <source>The signature object is not where the file says it is</source>
            <translation>签名对象不在文件所说的位置</translation>
        </message>
        <message>
            <source>The signature dictionary is broken</source>
            <translation>签名字典已损坏</translation>
        </message>
        <message>
            <source>The signature dictionary is hidden in a compressed object</source>
            <translation>签名字典位于压缩对象中</translation>
        </message>
        <message>
            <source>The signature cannot be read</source>
            <translation>签名无法读取</translation>
        </message>
        <message>
            <source>The signature can be read in two different ways</source>
            <translation>签名有两种不同的读法</translation>
        </message>
        <message>
            <source>The signature does not belong to the version that it covers</source>
            <translation>签名不属于它所覆盖的版本</translation>
        </message>
        <message>
            <source>The version that was signed is not an earlier version of this file</source>
            <translation>所签署的版本不是本文件的早期版本</translation>
        </message>
        <message>
            <source>A signature of an earlier version was removed from the file</source>
            <translation>早期版本中的签名已从文件中移除</translation>
        </message>
        <message>
            <source>The version that was signed cannot be opened for comparison</source>
            <translation>无法打开签署时的版本进行比较</translation>
        </message>
        <message>
            <source>The later changes could not be compared completely</source>
            <translation>签署后的改动未能完整比较</translation>
        </message>
        <message>
            <source>The signature value cannot be read</source>
            <translation>签名值无法读取</translation>
        </message>
        <message>
            <source>The signature carries its own content instead of covering the file</source>
            <translation>签名自带内容，而不是覆盖文件</translation>
        </message>
        <message>
            <source>Unknown data follows the signature value</source>
            <translation>签名值之后有未知数据</translation>
        </message>
        <message>
            <source>The signature value names several signers</source>
            <translation>签名值中有多个签署人</translation>
        </message>
        <message>
            <source>The certificate of the signer is missing</source>
            <translation>缺少签署人的证书</translation>
        </message>
        <message>
            <source>The content does not match the signature</source>
            <translation>内容与签名不符</translation>
        </message>
        <message>
            <source>The signature value does not fit the certificate</source>
            <translation>签名值与证书不符</translation>
        </message>
        <message>
            <source>The signature names another certificate than the one that is enclosed</source>
            <translation>签名所指的证书与所附的证书不一致</translation>
        </message>
        <message>
            <source>The signature does not bind the certificate of its signer</source>
            <translation>签名没有绑定签署人的证书</translation>
        </message>
        <message>
            <source>The signature has no signed attributes</source>
            <translation>签名没有签名属性</translation>
        </message>
        <message>
            <source>A weak hash algorithm was used (%1)</source>
            <translation>使用了较弱的摘要算法（%1）</translation>
        </message>
        <message>
            <source>A short key was used (%1)</source>
            <translation>使用了较短的密钥（%1）</translation>
        </message>
        <message>
            <source>The algorithm is not supported (%1)</source>
            <translation>不支持这种算法（%1）</translation>
        </message>
        <message>
            <source>The kind of signature is unknown (%1)</source>
            <translation>签名类型未知（%1）</translation>
        </message>
        <message>
            <source>The timestamp in the signature is not valid</source>
            <translation>签名中的时间戳无效</translation>
        </message>
        <message>
            <source>The timestamp does not belong to this signature</source>
            <translation>时间戳不属于这个签名</translation>
        </message>
        <message>
            <source>The issuer of the timestamp cannot be confirmed</source>
            <translation>无法确认时间戳的签发者</translation>
        </message>
        <message>
            <source>The time of signing has no trusted proof</source>
            <translation>签署时间没有可信证明</translation>
        </message>
        <message>
            <source>No trusted certificates have been set up</source>
            <translation>尚未设置受信任的证书</translation>
        </message>
        <message>
            <source>The certificate does not lead to a trusted one (%1)</source>
            <translation>证书不能追溯到受信任的证书（%1）</translation>
        </message>
        <message>
            <source>The certificate had expired when the file was signed</source>
            <translation>签署时证书已过期</translation>
        </message>
        <message>
            <source>The certificate was not valid yet when the file was signed</source>
            <translation>签署时证书尚未生效</translation>
        </message>
        <message>
            <source>The certificate is not meant for signing documents</source>
            <translation>证书的用途不包括签署文件</translation>
        </message>
        <message>
            <source>Whether the certificate was revoked has not been checked</source>
            <translation>尚未检查证书是否被吊销</translation>
        </message>
        <message>
            <source>Bytes were added to the file after this signature</source>
            <translation>这个签名之后文件有追加内容</translation>
        </message>
        <message>
            <source>A later signature was added</source>
            <translation>之后又追加了签名</translation>
        </message>
        <message>
            <source>The file has two tables of contents for old and new programs</source>
            <translation>文件带有新旧两套对照表</translation>
        </message>
        <message>
            <source>The structure of the file had to be repaired for reading</source>
            <translation>读取时修复了文件结构</translation>
        </message>
        <message>
            <source>A signature was added: %1</source>
            <translation>追加了签名：%1</translation>
        </message>
        <message>
            <source>An empty signature field was added: %1</source>
            <translation>追加了空白签名域：%1</translation>
        </message>
        <message>
            <source>An earlier signature was changed: %1</source>
            <translation>先前的签名被改动：%1</translation>
        </message>
        <message>
            <source>The look of an earlier seal was changed: %1</source>
            <translation>先前印章的外观被改动：%1</translation>
        </message>
        <message>
            <source>Data for long-term validation was added</source>
            <translation>追加了长期验证数据</translation>
        </message>
        <message>
            <source>Data for long-term validation was removed or changed</source>
            <translation>长期验证数据被移除或改动</translation>
        </message>
        <message>
            <source>The description of the document was changed</source>
            <translation>文档说明信息有改动</translation>
        </message>
        <message>
            <source>A form field was filled in: %1</source>
            <translation>填写了表单域：%1</translation>
        </message>
        <message>
            <source>A form field was changed: %1</source>
            <translation>表单域被改动：%1</translation>
        </message>
        <message>
            <source>A form field was added: %1</source>
            <translation>新增了表单域：%1</translation>
        </message>
        <message>
            <source>A form field was removed: %1</source>
            <translation>表单域被移除：%1</translation>
        </message>
        <message>
            <source>A locked form field was changed: %1</source>
            <translation>锁定的表单域被改动：%1</translation>
        </message>
        <message>
            <source>The form was changed (%1)</source>
            <translation>表单被改动（%1）</translation>
        </message>
        <message>
            <source>A note was added to the page</source>
            <translation>页面上新增了批注</translation>
        </message>
        <message>
            <source>A note on the page was changed</source>
            <translation>页面上的批注被改动</translation>
        </message>
        <message>
            <source>A note was removed from the page</source>
            <translation>页面上的批注被移除</translation>
        </message>
        <message>
            <source>The content of the page was changed</source>
            <translation>页面内容被改动</translation>
        </message>
        <message>
            <source>Fonts or pictures of the page were changed</source>
            <translation>页面的字体或图片被改动</translation>
        </message>
        <message>
            <source>The page was changed (%1)</source>
            <translation>页面被改动（%1）</translation>
        </message>
        <message>
            <source>Pages were added</source>
            <translation>新增了页面</translation>
        </message>
        <message>
            <source>Pages were removed</source>
            <translation>页面被移除</translation>
        </message>
        <message>
            <source>The pages were replaced or put in another order</source>
            <translation>页面被替换或调换了顺序</translation>
        </message>
        <message>
            <source>The list of pages was changed</source>
            <translation>页面列表被改动</translation>
        </message>
        <message>
            <source>The structure of the document was changed</source>
            <translation>文档结构被改动</translation>
        </message>
        <message>
            <source>Structure for later additions was added</source>
            <translation>为追加内容补充了文档结构</translation>
        </message>
        <message>
            <source>The document was changed (%1)</source>
            <translation>文档被改动（%1）</translation>
        </message>
        <message>
            <source>The root of the document was replaced</source>
            <translation>文档的根对象被替换</translation>
        </message>
        <message>
            <source>The structure of the file was damaged after signing</source>
            <translation>签署后文件结构被破坏</translation>
        </message>
        <message>
            <source>The file carries a signature but is too damaged to be opened</source>
            <translation>文件带有签名，但损坏严重，无法打开</translation>
        </message>
        <message>
            <source>The encryption of the file was changed</source>
            <translation>文件的加密被改动</translation>
        </message>
        <message>
            <source>An object of the signed version was overridden (%1)</source>
            <translation>所签版本中的对象被覆盖（%1）</translation>
        </message>
        <message>
            <source>An object missing from the signed version was supplied later (%1)</source>
            <translation>所签版本中缺少的对象在之后被补上（%1）</translation>
        </message>
    </context>
    <context>
        <name>MessageBoxes</name>
        <message>
            <source>Details</source>
            <translation>详情</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>复制</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>OutputPath</name>
        <message>
            <source>_signed</source>
            <comment>end of a signed file's name</comment>
            <translation>_已签</translation>
        </message>
    </context>
    <context>
        <name>PlacementDragText</name>
        <message>
            <source>Centred on %1</source>
            <translation>已与%1居中对齐</translation>
        </message>
        <message>
            <source>In the middle of the page</source>
            <translation>已在页面居中</translation>
        </message>
        <message>
            <source>Aligned with the edge of %1</source>
            <translation>已与%1边缘对齐</translation>
        </message>
        <message>
            <source>Place stamp</source>
            <translation>放置印章</translation>
        </message>
    </context>
    <context>
        <name>PlacementText</name>
        <message>
            <source>Date stamp</source>
            <translation>日期章</translation>
        </message>
        <message>
            <source>Height %1 mm</source>
            <translation>高 %1 mm</translation>
        </message>
        <message>
            <source>Diameter %1 mm</source>
            <translation>直径 %1 mm</translation>
        </message>
        <message>
            <source>%1 × %2 mm</source>
            <translation>%1 × %2 mm</translation>
        </message>
        <message>
            <source>%1 %2 mm</source>
            <comment>name and width of a stamp</comment>
            <translation>%1 %2 mm</translation>
        </message>
        <message>
            <source>%1 %2</source>
            <comment>name of a stamp and how many</comment>
            <translation>%1 %2</translation>
        </message>
        <message>
            <source>, </source>
            <comment>between names in a list</comment>
            <translation>、</translation>
        </message>
        <message>
            <source>%1, page %2, left %3 millimetres, top %4 millimetres, %5/%6</source>
            <translation>%1，第 %2 页，左 %3 毫米，上 %4 毫米，%5/%6</translation>
        </message>
    </context>
    <context>
        <name>PreflightText</name>
        <message>
            <source>The document contains scripts that can change what is shown</source>
            <translation>文件含有脚本，可能改变显示内容</translation>
        </message>
        <message>
            <source>The document contains layers that can be shown or hidden: %1</source>
            <translation>文件含有可显示或隐藏的图层：%1</translation>
        </message>
        <message>
            <source>The document refers to things outside of it</source>
            <translation>文件引用了外部内容</translation>
        </message>
        <message>
            <source>A form field covers text of the page: %1</source>
            <translation>表单域遮住了页面文字：%1</translation>
        </message>
        <message>
            <source>A font is not embedded and may look different elsewhere: %1</source>
            <translation>字体未嵌入，在其他电脑上可能显示不同：%1</translation>
        </message>
        <message>
            <source>A font is not embedded; the characters shown may not be those that were written: %1</source>
            <translation>字体未嵌入，所显示的文字可能不是原来写的文字：%1</translation>
        </message>
        <message>
            <source>Content of the page lies outside its edges</source>
            <translation>页面边界之外还有内容</translation>
        </message>
        <message>
            <source>The document contains an XFA form that other programs show differently</source>
            <translation>文件含有 XFA 表单，其他程序的显示可能不同</translation>
        </message>
        <message>
            <source>The document can start another program or file</source>
            <translation>文件可能启动其他程序或打开其他文件</translation>
        </message>
        <message>
            <source>The document contains attached files: %1</source>
            <translation>文件含有附件：%1</translation>
        </message>
        <message>
            <source>The document contains sound, video or 3D content</source>
            <translation>文件含有声音、视频或三维内容</translation>
        </message>
        <message>
            <source>The structure of the file is damaged and was repaired for display</source>
            <translation>文件结构有损坏，显示时已作修复</translation>
        </message>
    </context>
    <context>
        <name>ReadinessCard</name>
        <message>
            <source>UKey</source>
            <translation>UKey</translation>
        </message>
        <message>
            <source>No UKey in. Put it in; it is found by itself.</source>
            <translation>未插入 UKey。插入后会自动识别。</translation>
        </message>
        <message>
            <source>UKey drivers</source>
            <translation>UKey 驱动</translation>
        </message>
        <message>
            <source>Certificate</source>
            <translation>证书</translation>
        </message>
        <message>
            <source>Looked at as soon as a UKey is in.</source>
            <translation>插入 UKey 后检查。</translation>
        </message>
        <message>
            <source>Ends in %1 days (%2). It cannot sign afterwards.</source>
            <translation>%1 天后到期（%2），到期后不能再签署。</translation>
        </message>
        <message>
            <source>Valid until %1</source>
            <translation>有效至 %1</translation>
        </message>
        <message>
            <source>Timestamp service</source>
            <translation>时间戳服务</translation>
        </message>
        <message>
            <source>None set. The time of signing would have no trustworthy proof.</source>
            <translation>未设置。签署时间将没有可信证明。</translation>
        </message>
        <message>
            <source>Set up</source>
            <translation>去设置</translation>
        </message>
        <message>
            <source>Not checked yet.</source>
            <translation>未检查。</translation>
        </message>
        <message>
            <source>Check</source>
            <translation>检查</translation>
        </message>
        <message>
            <source>Available; the clock of this PC differs by %1 s</source>
            <translation>时间戳服务可用，本机时钟相差 %1 秒</translation>
        </message>
    </context>
    <context>
        <name>ReportExporter</name>
        <message>
            <source>Export the validation report</source>
            <translation>导出验证报告</translation>
        </message>
        <message>
            <source>PDF (*.pdf);;Web page (*.html)</source>
            <translation>PDF (*.pdf);;网页 (*.html)</translation>
        </message>
        <message>
            <source>%1_validation.pdf</source>
            <translation>%1_验证报告.pdf</translation>
        </message>
    </context>
    <context>
        <name>ReportHtml</name>
        <message>
            <source>%1 (page %2)</source>
            <translation>%1（第 %2 页）</translation>
        </message>
        <message>
            <source>Technical details</source>
            <translation>技术细节</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类型</translation>
        </message>
        <message>
            <source>Algorithm</source>
            <translation>算法</translation>
        </message>
        <message>
            <source>Subject</source>
            <translation>证书主体</translation>
        </message>
        <message>
            <source>Issuer</source>
            <translation>颁发者</translation>
        </message>
        <message>
            <source>Serial number</source>
            <translation>序列号</translation>
        </message>
        <message>
            <source>Fingerprint of the certificate</source>
            <translation>证书指纹</translation>
        </message>
        <message>
            <source>Claimed time</source>
            <translation>声明的时间</translation>
        </message>
        <message>
            <source>Proven time</source>
            <translation>可信时间</translation>
        </message>
        <message>
            <source>Signed bytes</source>
            <translation>签名覆盖的字节数</translation>
        </message>
        <message>
            <source>Signature %1: %2</source>
            <translation>签名 %1：%2</translation>
        </message>
        <message>
            <source>Content</source>
            <translation>内容</translation>
        </message>
        <message>
            <source>Signer</source>
            <translation>签署人</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>Revocation</source>
            <translation>吊销</translation>
        </message>
        <message>
            <source>Seals on pages</source>
            <translation>印章所在页</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>签署原因</translation>
        </message>
        <message>
            <source>Location</source>
            <translation>签署地点</translation>
        </message>
        <message>
            <source>Validation report</source>
            <translation>验证报告</translation>
        </message>
        <message>
            <source>File</source>
            <translation>文件</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>大小</translation>
        </message>
        <message>
            <source>%1 bytes</source>
            <translation>%1 字节</translation>
        </message>
        <message>
            <source>Checked at</source>
            <translation>验证时间</translation>
        </message>
    </context>
    <context>
        <name>SealKind</name>
        <message>
            <source>Company seal</source>
            <translation>公章</translation>
        </message>
        <message>
            <source>Contract seal</source>
            <translation>合同专用章</translation>
        </message>
        <message>
            <source>Finance seal</source>
            <translation>财务专用章</translation>
        </message>
        <message>
            <source>Legal representative seal</source>
            <translation>法人章</translation>
        </message>
        <message>
            <source>Department seal</source>
            <translation>部门章</translation>
        </message>
        <message>
            <source>Personal seal</source>
            <translation>个人章</translation>
        </message>
    </context>
    <context>
        <name>SignatureFacets</name>
        <message>
            <source>Content</source>
            <translation>内容</translation>
        </message>
        <message>
            <source>Unmodified</source>
            <translation>未被修改</translation>
        </message>
        <message>
            <source>The signature covers the whole file.</source>
            <translation>签名覆盖整个文件。</translation>
        </message>
        <message>
            <source>The signature covers the file as it was when signed; only permitted additions followed.</source>
            <translation>签名覆盖签署时的整个文件；之后只有允许的追加。</translation>
        </message>
        <message>
            <source>Changed after signing</source>
            <translation>签后被修改</translation>
        </message>
        <message>
            <source>What is shown now is not what was signed. See the list of changes.</source>
            <translation>现在显示的内容与签署时不同，请看改动列表。</translation>
        </message>
        <message>
            <source>Abnormal</source>
            <translation>数据异常</translation>
        </message>
        <message>
            <source>The signature data does not hold together.</source>
            <translation>签名数据自相矛盾，请勿采信。</translation>
        </message>
        <message>
            <source>Cannot be checked</source>
            <translation>无法检查</translation>
        </message>
        <message>
            <source>Nothing can be said about the content.</source>
            <translation>无法判断内容是否被修改。</translation>
        </message>
        <message>
            <source>Signer</source>
            <translation>签署人</translation>
        </message>
        <message>
            <source>Unknown</source>
            <translation>不明</translation>
        </message>
        <message>
            <source>The certificate of the signer cannot be read.</source>
            <translation>无法读取签署人的证书。</translation>
        </message>
        <message>
            <source>Identity trusted</source>
            <translation>身份可信</translation>
        </message>
        <message>
            <source>Certificate issued by “%1”; it leads to a trust anchor of yours.</source>
            <translation>证书由“%1”签发，可追溯到您的信任锚。</translation>
        </message>
        <message>
            <source>Identity not confirmed</source>
            <translation>身份无法确认</translation>
        </message>
        <message>
            <source>Certificate issued by “%1”; it does not lead to a trust anchor of yours.</source>
            <translation>证书由“%1”签发，不能追溯到您的信任锚。</translation>
        </message>
        <message>
            <source>Certificate issued by “%1”. No trust anchors are set up on this PC yet.</source>
            <translation>证书由“%1”签发。本机还没有设置信任锚。</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>none</source>
            <translation>无</translation>
        </message>
        <message>
            <source>Proven %1</source>
            <translation>已证实 %1</translation>
        </message>
        <message>
            <source>Proven by “%1”: %2; time named by the signer: %3.</source>
            <translation>由“%1”证实：%2；签署方自称时间为 %3。</translation>
        </message>
        <message>
            <source>No trustworthy proof</source>
            <translation>没有可信证明</translation>
        </message>
        <message>
            <source>Time named by the signer's computer: %1.</source>
            <translation>签署方电脑自称的时间：%1。</translation>
        </message>
        <message>
            <source>Revocation</source>
            <translation>吊销</translation>
        </message>
        <message>
            <source>Expired when signing</source>
            <translation>签署时已到期</translation>
        </message>
        <message>
            <source>The certificate had ended before this was signed.</source>
            <translation>签署时证书已过有效期。</translation>
        </message>
        <message>
            <source>Valid when signing</source>
            <translation>签署时有效</translation>
        </message>
        <message>
            <source>By proofs inside the file; no network needed.</source>
            <translation>依据文件内附带的证明，离线也可判断。</translation>
        </message>
        <message>
            <source>Revoked</source>
            <translation>已吊销</translation>
        </message>
        <message>
            <source>The certificate had been revoked when this was signed.</source>
            <translation>签署时证书已被吊销。</translation>
        </message>
        <message>
            <source>Not checked</source>
            <translation>未检查</translation>
        </message>
        <message>
            <source>Whether the certificate was revoked has not been asked; the other three answers do not depend on it.</source>
            <translation>没有查询证书是否被吊销；前三项结论与此无关。</translation>
        </message>
        <message>
            <source>Level</source>
            <translation>级别</translation>
        </message>
        <message>
            <source>Algorithm</source>
            <translation>算法</translation>
        </message>
        <message>
            <source>Revision</source>
            <translation>修订</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>第 %1 版，共 %2 版</translation>
        </message>
        <message>
            <source>Covers</source>
            <translation>覆盖</translation>
        </message>
        <message>
            <source>the first %1 bytes</source>
            <translation>前 %1 字节</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>签名域</translation>
        </message>
        <message>
            <source>Serial number</source>
            <translation>序列号</translation>
        </message>
        <message>
            <source>Timestamp over the file</source>
            <translation>文件时间戳</translation>
        </message>
        <message>
            <source>Unknown signer</source>
            <translation>签署人不明</translation>
        </message>
        <message>
            <source>%1 (trusted time)</source>
            <translation>%1（可信时间）</translation>
        </message>
        <message>
            <source>%1 (named by the signer)</source>
            <translation>%1（签署方自称）</translation>
        </message>
        <message>
            <source>No time named</source>
            <translation>没有时间</translation>
        </message>
        <message>
            <source>Trusted</source>
            <translation>可信</translation>
        </message>
        <message>
            <source>Not confirmed</source>
            <translation>未确认</translation>
        </message>
    </context>
    <context>
        <name>SigningPage</name>
        <message>
            <source>This file can't be signed</source>
            <translation>这份文件不能签署</translation>
        </message>
        <message>
            <source>The file was changed by another program</source>
            <translation>文件已被其他程序改动</translation>
        </message>
    </context>
    <context>
        <name>TimestampProbe</name>
        <message>
            <source>Timestamp service: none set</source>
            <translation>时间戳服务：未设置</translation>
        </message>
        <message>
            <source>Timestamp service: not checked</source>
            <translation>时间戳服务：未检查</translation>
        </message>
        <message>
            <source>Timestamp service: asking…</source>
            <translation>时间戳服务：正在检查…</translation>
        </message>
        <message>
            <source>Timestamp service fine</source>
            <translation>时间戳服务正常</translation>
        </message>
        <message>
            <source>Timestamp service does not answer</source>
            <translation>时间戳服务无应答</translation>
        </message>
    </context>
    <context>
        <name>Tone</name>
        <message>
            <source>Not signed</source>
            <translation>没有签名</translation>
        </message>
        <message>
            <source>Changed after signing</source>
            <translation>签后被修改</translation>
        </message>
        <message>
            <source>Valid</source>
            <translation>有效</translation>
        </message>
        <message>
            <source>Valid, with a remark</source>
            <translation>有效，需留意</translation>
        </message>
        <message>
            <source>Not valid</source>
            <translation>无效</translation>
        </message>
        <message>
            <source>Cannot be checked</source>
            <translation>无法检查</translation>
        </message>
    </context>
    <context>
        <name>UkeySummary</name>
        <message>
            <source>%1 (last four %2)</source>
            <translation>%1（末四位 %2）</translation>
        </message>
        <message>
            <source>UKey in: %1</source>
            <translation>UKey 已插入：%1</translation>
        </message>
        <message>
            <source>UKey in, but no certificate that can sign</source>
            <translation>UKey 已插入，但没有可以签署的证书</translation>
        </message>
        <message>
            <source>Looking for UKeys…</source>
            <translation>正在查找 UKey…</translation>
        </message>
        <message>
            <source>No UKey, a driver has trouble</source>
            <translation>未找到 UKey，驱动有问题</translation>
        </message>
        <message>
            <source>No UKey in</source>
            <translation>未插入 UKey</translation>
        </message>
    </context>
    <context>
        <name>UnusableReason</name>
        <message>
            <source>The certificate cannot be read</source>
            <translation>证书无法读取</translation>
        </message>
        <message>
            <source>Its private key is not on the UKey</source>
            <translation>UKey 上没有对应的私钥</translation>
        </message>
        <message>
            <source>Not valid before %1</source>
            <translation>%1 起才生效</translation>
        </message>
        <message>
            <source>Expired on %1</source>
            <translation>已于 %1 过期</translation>
        </message>
        <message>
            <source>Not meant for signing</source>
            <translation>不能用于签名</translation>
        </message>
        <message>
            <source>The key or its algorithm is not supported (%1)</source>
            <translation>不支持这种密钥或算法（%1）</translation>
        </message>
    </context>
    <context>
        <name>VerdictText</name>
        <message>
            <source>The file is unmodified, but the certificate was no longer valid when signing</source>
            <translation>文件未被修改，但签署时证书已失效</translation>
        </message>
        <message>
            <source>The file is unmodified, but the identity of the signer cannot be confirmed</source>
            <translation>文件未被修改，但无法确认签署人的身份</translation>
        </message>
        <message>
            <source>The file is unmodified, but a weak algorithm was used</source>
            <translation>文件未被修改，但使用了较弱的算法</translation>
        </message>
        <message>
            <source>The file is unmodified, but the time of signing has no trusted proof</source>
            <translation>文件未被修改，但签署时间没有可信证明</translation>
        </message>
        <message>
            <source>The seal is valid; only permitted additions were made after signing, the text is unmodified</source>
            <translation>印章有效；签署后只有允许的追加，正文未被修改</translation>
        </message>
        <message>
            <source>The seal is valid; the file has not been modified since it was signed</source>
            <translation>印章有效，文件自签署后未被修改</translation>
        </message>
        <message>
            <source>unsupported algorithm</source>
            <translation>不支持的算法</translation>
        </message>
        <message>
            <source>unknown kind of signature</source>
            <translation>签名类型未知</translation>
        </message>
        <message>
            <source>There is no digital signature. Red seals on the pages may be mere pictures</source>
            <translation>没有数字签名。页面上的红色印章可能只是图片</translation>
        </message>
        <message>
            <source>There is a signature, but this program cannot check it (%1); do not judge by it whether the file is genuine</source>
            <translation>有签名，但本程序无法检查（%1），请勿据此判断真伪</translation>
        </message>
        <message>
            <source>The file was modified after signing; the seal cannot vouch for its present content</source>
            <translation>文件在签署后被修改，印章不能证明现在的内容</translation>
        </message>
        <message>
            <source>The version that was signed can still be opened by itself; rely on that one and ask the signer.</source>
            <translation>签署时的版本仍可单独打开，请以它为准，并向签署方核实。</translation>
        </message>
        <message>
            <source>The signature data is abnormal and may be forged. Do not rely on this file</source>
            <translation>签名数据异常，可能是伪造。请勿采信这份文件</translation>
        </message>
        <message>
            <source>Ask the signer for the file anew.</source>
            <translation>请向签署方重新索取文件。</translation>
        </message>
        <message>
            <source>Signatures: %1</source>
            <translation>签名：%1 个</translation>
        </message>
    </context>
    <context>
        <name>bidseal::AddSealDialog</name>
        <message>
            <source>Add seal</source>
            <translation>添加印章</translation>
        </message>
        <message>
            <source>Choose a PNG or JPEG picture of the seal</source>
            <translation>请选择印章图片（PNG 或 JPEG）</translation>
        </message>
        <message>
            <source>Choose picture…</source>
            <translation>选择图片…</translation>
        </message>
        <message>
            <source>Picture</source>
            <translation>印章图片</translation>
        </message>
        <message>
            <source>PNG or JPEG, at most 6000 × 6000 pixels</source>
            <translation>PNG 或 JPEG，不超过 6000 × 6000 像素</translation>
        </message>
        <message>
            <source>Turn white into transparent</source>
            <translation>把白色变为透明</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类型</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>True width</source>
            <translation>实际宽度</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Save seal</source>
            <translation>保存印章</translation>
        </message>
        <message>
            <source>Edit seal</source>
            <translation>编辑印章</translation>
        </message>
        <message>
            <source>Choose the picture of the seal</source>
            <translation>选择印章图片</translation>
        </message>
        <message>
            <source>Pictures (*.png *.jpg *.jpeg)</source>
            <translation>图片 (*.png *.jpg *.jpeg)</translation>
        </message>
        <message>
            <source>Reading the picture…</source>
            <translation>正在读取图片…</translation>
        </message>
        <message>
            <source>Height %1 mm, from the proportions of the picture</source>
            <translation>高 %1 mm，按图片比例</translation>
        </message>
        <message>
            <source>The height follows from the proportions of the picture</source>
            <translation>高度按图片比例得出</translation>
        </message>
        <message>
            <source>Please give the seal a name</source>
            <translation>请填写印章名称</translation>
        </message>
        <message>
            <source>Please choose the picture of the seal</source>
            <translation>请选择印章图片</translation>
        </message>
    </context>
    <context>
        <name>bidseal::AppearanceSection</name>
        <message>
            <source>Language and looks</source>
            <translation>语言与外观</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>跟随系统</translation>
        </message>
        <message>
            <source>Colours</source>
            <translation>主题</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>浅色</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>深色</translation>
        </message>
        <message>
            <source>Text size</source>
            <translation>文字大小</translation>
        </message>
        <message>
            <source>Normal (100 %)</source>
            <translation>标准（100%）</translation>
        </message>
        <message>
            <source>Larger (115 %)</source>
            <translation>较大（115%）</translation>
        </message>
        <message>
            <source>Largest (130 %)</source>
            <translation>最大（130%）</translation>
        </message>
    </context>
    <context>
        <name>bidseal::CertificateDialog</name>
        <message>
            <source>Certificate</source>
            <translation>证书</translation>
        </message>
        <message>
            <source>Certificate path, from the signer upwards</source>
            <translation>证书路径（从签署人向上）</translation>
        </message>
        <message>
            <source>Copy fingerprint</source>
            <translation>复制指纹</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Owner</source>
            <translation>持有者</translation>
        </message>
        <message>
            <source>Issuer</source>
            <translation>签发者</translation>
        </message>
        <message>
            <source>Valid</source>
            <translation>有效期</translation>
        </message>
        <message>
            <source>%1 to %2</source>
            <translation>%1 至 %2</translation>
        </message>
        <message>
            <source>Key</source>
            <translation>密钥</translation>
        </message>
        <message>
            <source>Serial number</source>
            <translation>序列号</translation>
        </message>
        <message>
            <source>SHA-256 fingerprint</source>
            <translation>SHA-256 指纹</translation>
        </message>
    </context>
    <context>
        <name>bidseal::CertificateList</name>
        <message>
            <source>UKey</source>
            <translation>UKey</translation>
        </message>
        <message>
            <source>Cloud</source>
            <translation>云证书</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1：%2</translation>
        </message>
        <message>
            <source>%1: %2 (until %3)</source>
            <translation>%1：%2（至 %3）</translation>
        </message>
        <message>
            <source>The UKey is locked</source>
            <translation>UKey 已锁定</translation>
        </message>
        <message>
            <source>Looking for certificates…</source>
            <translation>正在查找证书…</translation>
        </message>
        <message>
            <source>No certificate found. Please insert the UKey</source>
            <translation>没有找到证书，请插入 UKey</translation>
        </message>
    </context>
    <context>
        <name>bidseal::CertificatePicker</name>
        <message>
            <source>Certificate to sign with</source>
            <translation>签署证书</translation>
        </message>
    </context>
    <context>
        <name>bidseal::ChangesPanel</name>
        <message>
            <source>Changes after signing</source>
            <translation>签署后的改动</translation>
        </message>
        <message>
            <source>Remarks</source>
            <translation>需要留意</translation>
        </message>
        <message>
            <source>What to do</source>
            <translation>怎么办</translation>
        </message>
        <message>
            <source>1. Do not use the present file.
2. Open the version that was signed and compare.
3. Ask the signer for the original and compare the fingerprints.</source>
            <translation>1. 不要使用现在这份文件。
2. 打开签署时的版本，逐项核对。
3. 向签署方索要原文件，比对指纹。</translation>
        </message>
    </context>
    <context>
        <name>bidseal::Composition</name>
        <message>
            <source>The local store was damaged and has been begun anew.</source>
            <translation>本机数据库已损坏，已重新建立。</translation>
        </message>
        <message>
            <source>Drafts, seals and settings of before are in a file set aside beside it. Your PDF files are not affected.</source>
            <translation>以前的草稿、印章和设置已另存在同一文件夹。您的 PDF 文件不受影响。</translation>
        </message>
    </context>
    <context>
        <name>bidseal::ConfirmDialog</name>
        <message>
            <source>Confirm signing</source>
            <translation>确认签署</translation>
        </message>
        <message>
            <source>Seals used</source>
            <translation>用印信息</translation>
        </message>
        <message>
            <source>Signing in the name of “%1”</source>
            <translation>以“%1”的名义签署</translation>
        </message>
        <message numerus="yes">
            <source>%n seal(s)</source>
            <comment>how many of one kind</comment>
            <translation>
                <numerusform>%n 枚</numerusform>
            </translation>
        </message>
        <message>
            <source>Page %1</source>
            <translation>第 %1 页</translation>
        </message>
        <message>
            <source>, </source>
            <comment>between page numbers</comment>
            <translation>、</translation>
        </message>
        <message>
            <source>Show position</source>
            <translation>查看位置</translation>
        </message>
        <message>
            <source>Show position of %1</source>
            <translation>查看%1的位置</translation>
        </message>
        <message>
            <source>File</source>
            <translation>文件</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Pages</source>
            <translation>页数</translation>
        </message>
        <message numerus="yes">
            <source>%n page(s), %1</source>
            <translation>
                <numerusform>%n 页，%1</numerusform>
            </translation>
        </message>
        <message>
            <source>Fingerprint</source>
            <translation>指纹</translation>
        </message>
        <message>
            <source>Signing certificate</source>
            <translation>签署证书</translation>
        </message>
        <message>
            <source>Owner</source>
            <translation>持有人</translation>
        </message>
        <message>
            <source>Medium</source>
            <translation>介质</translation>
        </message>
        <message>
            <source>UKey</source>
            <translation>UKey</translation>
        </message>
        <message>
            <source>UKey, serial number ending in %1</source>
            <translation>UKey，序列号末四位 %1</translation>
        </message>
        <message>
            <source>Issuer</source>
            <translation>签发</translation>
        </message>
        <message>
            <source>Valid</source>
            <translation>有效期</translation>
        </message>
        <message>
            <source>until %1</source>
            <translation>至 %1</translation>
        </message>
        <message>
            <source>Add a trusted timestamp</source>
            <translation>加可信时间戳</translation>
        </message>
        <message>
            <source>Saved as</source>
            <translation>保存位置</translation>
        </message>
        <message>
            <source>Change…</source>
            <translation>更改…</translation>
        </message>
        <message>
            <source>Replace the file that is there</source>
            <translation>替换已有的文件</translation>
        </message>
        <message>
            <source>Next: the PIN, once, on the UKey itself</source>
            <translation>接下来：在 UKey 上输入 1 次 PIN</translation>
        </message>
        <message>
            <source>Next: the UKey PIN, once</source>
            <translation>接下来：输入 1 次 UKey PIN</translation>
        </message>
        <message>
            <source>Back to change</source>
            <translation>返回修改</translation>
        </message>
        <message>
            <source>Confirm and sign</source>
            <translation>确认签署</translation>
        </message>
        <message>
            <source>Save the signed file as</source>
            <translation>签署后的文件另存为</translation>
        </message>
        <message>
            <source>PDF files (*.pdf)</source>
            <translation>PDF 文件 (*.pdf)</translation>
        </message>
        <message>
            <source>Signing is not possible.</source>
            <translation>不能签署。</translation>
        </message>
        <message>
            <source>The seal belongs to “%1”, the certificate to “%2”.</source>
            <translation>印章属于“%1”，证书属于“%2”，不能签署。</translation>
        </message>
        <message>
            <source>This is the original file.</source>
            <translation>这是原文件。</translation>
        </message>
        <message>
            <source>It is never changed. Please choose another name.</source>
            <translation>原文件不会被改动，请换一个名称。</translation>
        </message>
        <message>
            <source>There is a file of this name already.</source>
            <translation>这个位置已有同名文件。</translation>
        </message>
        <message>
            <source>No timestamp service is set up: the time of signing will have no trusted proof. Signature level PAdES B-B.</source>
            <translation>还没有设置时间戳服务，签署时间将没有可信证明。签名级别 PAdES B-B。</translation>
        </message>
        <message>
            <source>The time of signing is proven by a timestamp service. Signature level PAdES B-T.</source>
            <translation>签署时间由时间戳服务证明。签名级别 PAdES B-T。</translation>
        </message>
        <message>
            <source>The time of signing will have no trusted proof. Signature level PAdES B-B.</source>
            <translation>签署时间将没有可信证明。签名级别 PAdES B-B。</translation>
        </message>
    </context>
    <context>
        <name>bidseal::CopyToPagesDialog</name>
        <message>
            <source>Copy to several pages</source>
            <translation>复制到多页</translation>
        </message>
        <message>
            <source>The selected stamps are put at the same place of these pages:</source>
            <translation>所选印章将放到以下各页的相同位置：</translation>
        </message>
        <message>
            <source>All pages</source>
            <translation>全部页</translation>
        </message>
        <message>
            <source>Odd pages</source>
            <translation>奇数页</translation>
        </message>
        <message>
            <source>Even pages</source>
            <translation>偶数页</translation>
        </message>
        <message>
            <source>The last page</source>
            <translation>最后一页</translation>
        </message>
        <message>
            <source>These pages</source>
            <translation>指定页</translation>
        </message>
        <message>
            <source>Page numbers</source>
            <translation>页码</translation>
        </message>
        <message numerus="yes">
            <source>For example 1-3,5. This file has %n pages.</source>
            <translation>
                <numerusform>例如 1-3,5。本文件共 %n 页。</numerusform>
            </translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>复制</translation>
        </message>
        <message>
            <source>Please write page numbers like 1-3,5</source>
            <translation>请按 1-3,5 的形式填写页码</translation>
        </message>
        <message>
            <source>There is no such page in this file</source>
            <translation>本文件没有这样的页</translation>
        </message>
    </context>
    <context>
        <name>bidseal::DateStampTile</name>
        <message>
            <source>Date stamp</source>
            <translation>日期章</translation>
        </message>
        <message>
            <source>Date of the date stamp</source>
            <translation>日期章的日期</translation>
        </message>
        <message>
            <source>Format of the date</source>
            <translation>日期格式</translation>
        </message>
        <message>
            <source>Height of the date stamp in millimetres</source>
            <translation>日期章的高度（毫米）</translation>
        </message>
        <message>
            <source>H </source>
            <comment>height, before a number</comment>
            <translation>高 </translation>
        </message>
    </context>
    <context>
        <name>bidseal::DocumentPane</name>
        <message>
            <source>This document forbids copying text.</source>
            <translation>这份文件不允许复制文字。</translation>
        </message>
        <message>
            <source>Its owner allowed only viewing. Nothing was copied.</source>
            <translation>文件所有者只允许查看。没有复制任何内容。</translation>
        </message>
        <message>
            <source>Side panel</source>
            <translation>侧栏</translation>
        </message>
        <message>
            <source>Thumbnails</source>
            <translation>缩略图</translation>
        </message>
        <message>
            <source>Outline</source>
            <translation>目录</translation>
        </message>
    </context>
    <context>
        <name>bidseal::DocumentToolBar</name>
        <message>
            <source>/ %1 pages</source>
            <translation>/ %1 页</translation>
        </message>
        <message>
            <source>Side panel</source>
            <translation>侧栏</translation>
        </message>
        <message>
            <source>Zoom out</source>
            <translation>缩小</translation>
        </message>
        <message>
            <source>Zoom in</source>
            <translation>放大</translation>
        </message>
        <message>
            <source>Fit width</source>
            <translation>适合宽度</translation>
        </message>
        <message>
            <source>Rotate view (the file stays as it is)</source>
            <translation>旋转视图（不改动文件）</translation>
        </message>
        <message>
            <source>Find in this document</source>
            <translation>在本文件中查找</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>打印</translation>
        </message>
        <message>
            <source>Page</source>
            <translation>页码</translation>
        </message>
        <message>
            <source>Page (Ctrl+G)</source>
            <translation>页码（Ctrl+G）</translation>
        </message>
        <message>
            <source>More tools</source>
            <translation>更多工具</translation>
        </message>
    </context>
    <context>
        <name>bidseal::DocumentView</name>
        <message>
            <source>Document pages</source>
            <translation>文件页面</translation>
        </message>
        <message>
            <source>Page %1 of %2</source>
            <translation>第 %1 页，共 %2 页</translation>
        </message>
    </context>
    <context>
        <name>bidseal::DropZone</name>
        <message>
            <source>Drag a PDF here: look at it, sign it or verify it</source>
            <translation>把 PDF 拖到这里：查看、签署或验证</translation>
        </message>
    </context>
    <context>
        <name>bidseal::ErrorBar</name>
        <message>
            <source>Details</source>
            <translation>详情</translation>
        </message>
    </context>
    <context>
        <name>bidseal::FacetPanel</name>
        <message>
            <source>Technical details</source>
            <translation>技术细节</translation>
        </message>
        <message>
            <source>View certificate</source>
            <translation>查看证书</translation>
        </message>
        <message>
            <source>Open the version that was signed</source>
            <translation>打开签署时的版本</translation>
        </message>
    </context>
    <context>
        <name>bidseal::FileList</name>
        <message>
            <source>Open</source>
            <translation>打开</translation>
        </message>
        <message>
            <source>Verify seals</source>
            <translation>验证签章</translation>
        </message>
        <message>
            <source>Remove from the list</source>
            <translation>从列表中移除</translation>
        </message>
    </context>
    <context>
        <name>bidseal::HeaderBar</name>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
    </context>
    <context>
        <name>bidseal::HelpPage</name>
        <message>
            <source>Help</source>
            <translation>帮助</translation>
        </message>
        <message>
            <source>From the bid to the signed bid</source>
            <translation>从投标文件到已签文件</translation>
        </message>
        <message>
            <source>1. Open the bid file. It is only read; what you sign goes into a new file beside it.</source>
            <translation>1. 打开投标文件。原文件只读不写，签署结果写入旁边的新文件。</translation>
        </message>
        <message>
            <source>2. Drag seals and date stamps onto the pages. Every placement is kept at once, also after a crash.</source>
            <translation>2. 把印章和日期章拖到页面上。每次摆放都会立即保存，意外退出也不会丢失。</translation>
        </message>
        <message>
            <source>3. Put the UKey in, choose its certificate and confirm. One PIN is one try; the program never repeats it by itself.</source>
            <translation>3. 插入 UKey，选择证书并确认签署。输入一次 PIN 只尝试一次，程序不会自行重试。</translation>
        </message>
        <message>
            <source>4. The new file is checked before you get it. “Verify seals” tells anyone, offline too, whether a file was changed after signing.</source>
            <translation>4. 新文件先通过自检才会交给您。“验证签章”可以离线查明文件在签署后是否被修改。</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>快捷键</translation>
        </message>
        <message>
            <source>Open bid file</source>
            <translation>打开投标文件</translation>
        </message>
        <message>
            <source>Home</source>
            <translation>首页</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>Next or previous pane</source>
            <translation>下一个或上一个区域</translation>
        </message>
        <message>
            <source>Next or previous seal, while verifying</source>
            <translation>验证时：下一枚或上一枚印章</translation>
        </message>
        <message>
            <source>About</source>
            <translation>关于</translation>
        </message>
        <message>
            <source>BidSeal %1. Free software under the GNU Affero General Public License 3.0 or later.</source>
            <translation>BidSeal %1。自由软件，遵循 GNU Affero 通用公共许可证第 3 版或更高版本。</translation>
        </message>
        <message>
            <source>Inside: Qt, MuPDF, OpenSSL, SQLite; icons by Lucide (ISC) and Feather (MIT).</source>
            <translation>内含 Qt、MuPDF、OpenSSL、SQLite；图标来自 Lucide（ISC）与 Feather（MIT）。</translation>
        </message>
    </context>
    <context>
        <name>bidseal::HomePage</name>
        <message>
            <source>before the UKey signed</source>
            <translation>UKey 签名之前</translation>
        </message>
        <message>
            <source>waiting for the timestamp</source>
            <translation>等待时间戳</translation>
        </message>
        <message>
            <source>writing the file</source>
            <translation>写入文件</translation>
        </message>
        <message>
            <source>Remove the draft</source>
            <translation>删除草稿</translation>
        </message>
        <message>
            <source>The seals placed on “%1” are removed. The file itself is not touched.</source>
            <translation>将删除在“%1”上的印章摆放，文件本身不受影响。</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>移除</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>保留</translation>
        </message>
        <message>
            <source>The signature was completed.</source>
            <translation>签署已完成。</translation>
        </message>
        <message>
            <source>Verify seals</source>
            <translation>验证签章</translation>
        </message>
        <message numerus="yes">
            <source>%n seal(s) placed</source>
            <translation>
                <numerusform>已放 %n 枚</numerusform>
            </translation>
        </message>
        <message>
            <source>saved %1</source>
            <translation>保存于 %1</translation>
        </message>
        <message numerus="yes">
            <source>%n signing(s) did not finish last time, stopped at “%1”.</source>
            <translation>
                <numerusform>上次有 %n 份签署没有完成，停在“%1”。</numerusform>
            </translation>
        </message>
        <message>
            <source>Signed, the file is not complete yet: %1</source>
            <translation>已签名，文件尚未完成：%1</translation>
        </message>
        <message>
            <source>Nothing was signed. The placements are kept.</source>
            <translation>尚未签署，印章位置已保留。</translation>
        </message>
        <message>
            <source>Complete it</source>
            <translation>继续完成</translation>
        </message>
        <message>
            <source>Give up and delete</source>
            <translation>放弃并删除</translation>
        </message>
        <message>
            <source>What this signing left behind is deleted. The original file is not touched.</source>
            <translation>将删除这次签署留下的临时内容，原文件不受影响。</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>删除</translation>
        </message>
        <message>
            <source>Home</source>
            <translation>首页</translation>
        </message>
        <message>
            <source>%1 %2</source>
            <comment>month and day, weekday</comment>
            <translation>%1　%2</translation>
        </message>
        <message>
            <source>MMMM d</source>
            <translation>M 月 d 日</translation>
        </message>
        <message>
            <source>Opened lately</source>
            <translation>最近打开</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>清空</translation>
        </message>
        <message>
            <source>No file opened yet</source>
            <translation>还没有打开过文件</translation>
        </message>
        <message>
            <source>Open a PDF of this PC to look at it, place seals, sign or verify.</source>
            <translation>打开本机的 PDF，即可查看、盖章、签署或验证。</translation>
        </message>
        <message>
            <source>Open bid file…</source>
            <translation>打开投标文件…</translation>
        </message>
        <message>
            <source>Drafts to continue</source>
            <translation>继续未完成的草稿</translation>
        </message>
        <message>
            <source>Continue</source>
            <translation>继续</translation>
        </message>
        <message>
            <source>On this PC</source>
            <translation>在本机</translation>
        </message>
        <message>
            <source>Open file…</source>
            <translation>打开文件…</translation>
        </message>
        <message>
            <source>Verify seals…</source>
            <translation>验证签章…</translation>
        </message>
        <message>
            <source>The first time</source>
            <translation>第一次使用</translation>
        </message>
        <message>
            <source>1. Open a bid file.
2. Add your seal picture in the panel at the right and drag it onto the page.
3. Put the UKey in and choose “Confirm and sign”.
The original file is never changed.</source>
            <translation>1. 打开投标文件。
2. 在右侧添加印章图片，拖到页面上。
3. 插入 UKey，点“确认签署”。
原文件不会被改动。</translation>
        </message>
    </context>
    <context>
        <name>bidseal::InfoBar</name>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>bidseal::MainWindow</name>
        <message>
            <source>Opening “%1”…</source>
            <translation>正在打开“%1”…</translation>
        </message>
        <message>
            <source>BidSeal</source>
            <translation>BidSeal 投标签章客户端</translation>
        </message>
        <message>
            <source>One file at a time.</source>
            <translation>一次打开一份文件。</translation>
        </message>
        <message numerus="yes">
            <source>The first of %n file(s) is opened.</source>
            <translation>
                <numerusform>共 %n 份，已打开第一份。</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>bidseal::NavPanel</name>
        <message>
            <source>Navigation</source>
            <translation>导航</translation>
        </message>
        <message>
            <source>Settings and help</source>
            <translation>设置与帮助</translation>
        </message>
        <message>
            <source>Home</source>
            <translation>首页</translation>
        </message>
        <message>
            <source>Open bid file</source>
            <translation>打开投标文件</translation>
        </message>
        <message>
            <source>Verify seals</source>
            <translation>验证签章</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>帮助</translation>
        </message>
        <message>
            <source>Local tools (also offline)</source>
            <translation>本地工具（离线可用）</translation>
        </message>
    </context>
    <context>
        <name>bidseal::OutlineModel</name>
        <message>
            <source>%1, page %2</source>
            <translation>%1，第 %2 页</translation>
        </message>
    </context>
    <context>
        <name>bidseal::OutlinePanel</name>
        <message>
            <source>Outline</source>
            <translation>目录</translation>
        </message>
        <message>
            <source>Reading the outline…</source>
            <translation>正在读取目录…</translation>
        </message>
        <message>
            <source>This document has no outline.</source>
            <translation>本文件没有目录。</translation>
        </message>
    </context>
    <context>
        <name>bidseal::PasswordDialog</name>
        <message>
            <source>Password of the file</source>
            <translation>文件密码</translation>
        </message>
        <message>
            <source>“%1” is encrypted. Type its password to open it.</source>
            <translation>“%1”已加密，请输入密码打开。</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>密码</translation>
        </message>
        <message>
            <source>The password is used for this opening only and kept nowhere.</source>
            <translation>密码只用于本次打开，不会保存。</translation>
        </message>
        <message>
            <source>The password is not correct. Please type it again.</source>
            <translation>密码不正确，请重新输入。</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>打开</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Caps lock seems to be on.</source>
            <translation>大写锁定可能已打开。</translation>
        </message>
    </context>
    <context>
        <name>bidseal::PinDialog</name>
        <message>
            <source>Enter UKey PIN</source>
            <translation>输入 UKey PIN</translation>
        </message>
        <message>
            <source>UKey serial number ending in %1</source>
            <translation>UKey 序列号末四位 %1</translation>
        </message>
        <message>
            <source>UKey PIN</source>
            <translation>UKey PIN</translation>
        </message>
        <message>
            <source>To go on, please type “%1” below</source>
            <translation>要继续尝试，请在下面输入“%1”</translation>
        </message>
        <message>
            <source>I confirm</source>
            <translation>我确认</translation>
        </message>
        <message>
            <source>Please enter the PIN on the UKey</source>
            <translation>请在 UKey 上输入 PIN</translation>
        </message>
        <message>
            <source>Caps lock is on</source>
            <translation>大写锁定已打开</translation>
        </message>
        <message>
            <source>To be signed</source>
            <translation>将签署</translation>
        </message>
        <message numerus="yes">
            <source>%1, %n seal(s), 1 signature</source>
            <translation>
                <numerusform>%1，%n 枚印章，1 个签名</numerusform>
            </translation>
        </message>
        <message>
            <source>File fingerprint</source>
            <translation>文件指纹</translation>
        </message>
        <message>
            <source>Use another UKey</source>
            <translation>换一只 UKey</translation>
        </message>
        <message>
            <source>Cancel, don't sign</source>
            <translation>取消，不签署</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Sign with the last try</source>
            <translation>用最后一次机会签署</translation>
        </message>
        <message>
            <source>Sign</source>
            <translation>签署</translation>
        </message>
        <message>
            <source>Nothing has been signed, the seals stay where they are.</source>
            <translation>尚未签署任何内容，印章位置已保留。</translation>
        </message>
        <message>
            <source>The PIN is not correct. This is the last try.</source>
            <translation>PIN 不正确。这是最后一次机会。</translation>
        </message>
        <message>
            <source>This is the last try.</source>
            <translation>这是最后一次机会。</translation>
        </message>
        <message>
            <source>If it is wrong once more, the UKey is locked and only its issuer can unlock it.</source>
            <translation>再输错一次，UKey 将被锁定，只能由发证机构解锁。</translation>
        </message>
        <message>
            <source>The PIN is not correct, few tries are left.</source>
            <translation>PIN 不正确，剩余次数不多了。</translation>
        </message>
        <message>
            <source>Please check the PIN before you go on. Nothing has been signed.</source>
            <translation>建议先核对 PIN，再继续。尚未签署任何内容。</translation>
        </message>
        <message>
            <source>Few tries are left.</source>
            <translation>剩余次数不多了。</translation>
        </message>
        <message>
            <source>Please check the PIN before you go on.</source>
            <translation>建议先核对 PIN，再继续。</translation>
        </message>
        <message>
            <source>The PIN is not correct.</source>
            <translation>PIN 不正确。</translation>
        </message>
        <message>
            <source>The UKey is locked.</source>
            <translation>UKey 已锁定。</translation>
        </message>
        <message>
            <source>Nothing has been signed. Please ask its issuer to unlock it, or use another UKey.</source>
            <translation>尚未签署任何内容。请联系发证机构解锁，或换一只 UKey。</translation>
        </message>
        <message>
            <source>How to unlock</source>
            <translation>解锁办法</translation>
        </message>
        <message>
            <source>Take the UKey and your company's papers to the issuer named above, or open the administration tool that came with the UKey and choose unlocking there. BidSeal itself can't unlock it.</source>
            <translation>请携带 UKey 和企业证件到上面的发证机构办理，或打开随 UKey 提供的管理工具，在其中选择解锁。本程序不能解锁 UKey。</translation>
        </message>
    </context>
    <context>
        <name>bidseal::PlacementInspector</name>
        <message>
            <source>Position</source>
            <translation>位置</translation>
        </message>
        <message>
            <source>Page</source>
            <translation>页</translation>
        </message>
        <message>
            <source>Width (mm)</source>
            <translation>宽（mm）</translation>
        </message>
        <message>
            <source>Left (mm)</source>
            <translation>左（mm）</translation>
        </message>
        <message>
            <source>Top (mm)</source>
            <translation>上（mm）</translation>
        </message>
        <message>
            <source>Page of the selected stamp</source>
            <translation>所选印章所在的页</translation>
        </message>
        <message>
            <source>Width in millimetres</source>
            <translation>宽度（毫米）</translation>
        </message>
        <message>
            <source>Distance from the left edge in millimetres</source>
            <translation>到页面左边的距离（毫米）</translation>
        </message>
        <message>
            <source>Distance from the top edge in millimetres</source>
            <translation>到页面上边的距离（毫米）</translation>
        </message>
        <message>
            <source>Date of the selected date stamps</source>
            <translation>所选日期章的日期</translation>
        </message>
        <message>
            <source>Format of the selected date stamps</source>
            <translation>所选日期章的格式</translation>
        </message>
        <message>
            <source>Centre horizontally</source>
            <translation>水平居中</translation>
        </message>
        <message>
            <source>Move to the middle between the left and right edge of the page</source>
            <translation>移到页面左右的正中</translation>
        </message>
        <message>
            <source>Centre vertically</source>
            <translation>垂直居中</translation>
        </message>
        <message>
            <source>Move to the middle between the top and bottom edge of the page</source>
            <translation>移到页面上下的正中</translation>
        </message>
        <message>
            <source>Align left</source>
            <translation>左对齐</translation>
        </message>
        <message>
            <source>Left edges in line with the stamp selected first</source>
            <translation>与最先选中的印章左边对齐</translation>
        </message>
        <message>
            <source>Align centres</source>
            <translation>居中对齐</translation>
        </message>
        <message>
            <source>Centres in line with the stamp selected first</source>
            <translation>与最先选中的印章居中对齐</translation>
        </message>
        <message>
            <source>Align top</source>
            <translation>上对齐</translation>
        </message>
        <message>
            <source>Top edges in line with the stamp selected first</source>
            <translation>与最先选中的印章上边对齐</translation>
        </message>
        <message numerus="yes">
            <source>%n selected: %1</source>
            <translation>
                <numerusform>已选 %n 枚：%1</numerusform>
            </translation>
        </message>
        <message>
            <source>The size of an enterprise's seal is registered and can't be changed</source>
            <translation>企业印章的尺寸已备案，不能改变</translation>
        </message>
        <message>
            <source>Change date</source>
            <translation>修改日期</translation>
        </message>
    </context>
    <context>
        <name>bidseal::PlacementModel</name>
        <message>
            <source>Place stamp</source>
            <translation>放置印章</translation>
        </message>
        <message>
            <source>Move stamps</source>
            <translation>移动印章</translation>
        </message>
        <message>
            <source>Resize stamp</source>
            <translation>调整大小</translation>
        </message>
        <message>
            <source>Delete stamps</source>
            <translation>删除印章</translation>
        </message>
        <message>
            <source>Copy to pages</source>
            <translation>复制到多页</translation>
        </message>
        <message>
            <source>Change date</source>
            <translation>修改日期</translation>
        </message>
    </context>
    <context>
        <name>bidseal::PrintController</name>
        <message>
            <source>This document forbids printing.</source>
            <translation>这份文件不允许打印。</translation>
        </message>
        <message>
            <source>Its owner allowed only viewing. Ask for a copy that may be printed.</source>
            <translation>文件所有者只允许查看。请索取允许打印的版本。</translation>
        </message>
        <message>
            <source>Nothing to print.</source>
            <translation>没有可打印的页面。</translation>
        </message>
        <message>
            <source>The chosen pages are not in this document.</source>
            <translation>所选的页码不在这份文件中。</translation>
        </message>
        <message>
            <source>Printing page %1 of %2</source>
            <translation>正在打印第 %1 页，共 %2 页</translation>
        </message>
        <message>
            <source>Printing</source>
            <translation>正在打印</translation>
        </message>
        <message>
            <source>Pages already sent may still come out of the printer.</source>
            <translation>已经送出的页面可能仍会打印出来。</translation>
        </message>
        <message>
            <source>Printing was cancelled.</source>
            <translation>已取消打印。</translation>
        </message>
        <message>
            <source>Printing failed.</source>
            <translation>打印没有完成。</translation>
        </message>
        <message>
            <source>Check the printer, or choose another one, and print again.</source>
            <translation>请检查打印机，或换一台打印机，再打印一次。</translation>
        </message>
        <message>
            <source>%1 pages are larger than the paper and were made smaller: seals on them are not in true size.</source>
            <translation>有 %1 页大于纸张，已缩小打印，其中的印章不是实际大小。</translation>
        </message>
        <message>
            <source>%1 pages could not be drawn; the reason is printed in their place.</source>
            <translation>有 %1 页无法显示，原因已打印在该页的位置。</translation>
        </message>
        <message>
            <source>%1 pages were sent to the printer.</source>
            <translation>已送往打印机：%1 页。</translation>
        </message>
    </context>
    <context>
        <name>bidseal::ProgressCard</name>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>%1 of %2 MB</source>
            <translation>%1 / %2 MB</translation>
        </message>
        <message>
            <source>%1, about %2 s</source>
            <translation>%1，约 %2 秒</translation>
        </message>
    </context>
    <context>
        <name>bidseal::ReadinessCard</name>
        <message numerus="yes">
            <source>Not ready to seal: %n thing(s) missing</source>
            <translation>
                <numerusform>还不能盖章：缺 %n 项</numerusform>
            </translation>
        </message>
        <message>
            <source>Looking for UKeys…</source>
            <translation>正在查找 UKey…</translation>
        </message>
        <message numerus="yes">
            <source>Ready to seal, %n remark(s)</source>
            <translation>
                <numerusform>可以盖章，有 %n 项需要留意</numerusform>
            </translation>
        </message>
        <message>
            <source>Ready to seal</source>
            <translation>可以盖章</translation>
        </message>
        <message>
            <source>Looking at files, placing seals and verifying work all the same.</source>
            <translation>查看文件、摆放印章和验证不受影响。</translation>
        </message>
        <message>
            <source>Found on this PC, nothing was sent anywhere.</source>
            <translation>以上在本机查得，没有向外发送任何内容。</translation>
        </message>
        <message>
            <source>Check again</source>
            <translation>重新检查</translation>
        </message>
    </context>
    <context>
        <name>bidseal::ResultPage</name>
        <message>
            <source>Progress of signing</source>
            <translation>签署进度</translation>
        </message>
        <message>
            <source>Sealed pages</source>
            <translation>已盖章的页</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>签署结果</translation>
        </message>
        <message>
            <source>Steps</source>
            <translation>过程</translation>
        </message>
        <message>
            <source>Signing…</source>
            <translation>正在签署…</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Cancelling now leaves no signature behind.</source>
            <translation>此时取消，不会留下任何签名。</translation>
        </message>
        <message>
            <source>Finishing; it can't be cancelled any more.</source>
            <translation>正在完成，不能取消。</translation>
        </message>
        <message>
            <source>Prepare the file</source>
            <translation>准备文件</translation>
        </message>
        <message>
            <source>PIN entered</source>
            <translation>已输入 PIN</translation>
        </message>
        <message>
            <source>Signed by the UKey</source>
            <translation>UKey 签名</translation>
        </message>
        <message>
            <source>Trusted timestamp</source>
            <translation>可信时间戳</translation>
        </message>
        <message>
            <source>Put the signature into the file</source>
            <translation>写入签名</translation>
        </message>
        <message>
            <source>Verified on this computer</source>
            <translation>本机验证</translation>
        </message>
        <message>
            <source>New file written</source>
            <translation>写入新文件</translation>
        </message>
        <message>
            <source>Once, %1</source>
            <translation>1 次，%1</translation>
        </message>
        <message>
            <source>, %1</source>
            <comment>time, then name of a service</comment>
            <translation>，%1</translation>
        </message>
        <message>
            <source>, the original is unchanged</source>
            <translation>；原文件保留不变</translation>
        </message>
        <message>
            <source>The file has not been modified since it was signed.</source>
            <translation>文件自签署后未被修改。</translation>
        </message>
        <message>
            <source>.</source>
            <comment>end of a sentence</comment>
            <translation>。</translation>
        </message>
        <message numerus="yes">
            <source>1 signature, %n seal(s).</source>
            <translation>
                <numerusform>1 个签名，%n 枚印章。</numerusform>
            </translation>
        </message>
        <message>
            <source>Signed at %1 (trusted timestamp).</source>
            <translation>签署时间 %1（可信时间戳）。</translation>
        </message>
        <message>
            <source>Signed and verified</source>
            <translation>已签署，并已通过验证</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>完成</translation>
        </message>
        <message>
            <source>Open the signed file</source>
            <translation>打开签署后的文件</translation>
        </message>
        <message>
            <source>%1 page(s), %2 seal(s). Double-click to check in full size</source>
            <translation>%1 页，%2 枚。双击可放大核对</translation>
        </message>
        <message>
            <source>Signer</source>
            <translation>签署人</translation>
        </message>
        <message>
            <source>Open its folder</source>
            <translation>打开所在文件夹</translation>
        </message>
        <message>
            <source>Saved as</source>
            <translation>保存位置</translation>
        </message>
        <message>
            <source>The original is unchanged</source>
            <translation>原文件未改动</translation>
        </message>
        <message>
            <source>Fingerprint before</source>
            <translation>签前指纹</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>复制</translation>
        </message>
        <message>
            <source>Copy the fingerprint after signing</source>
            <translation>复制签后指纹</translation>
        </message>
        <message>
            <source>Fingerprint after</source>
            <translation>签后指纹</translation>
        </message>
        <message>
            <source>Signature level</source>
            <translation>签名级别</translation>
        </message>
        <message>
            <source>Not signed</source>
            <translation>尚未签署</translation>
        </message>
        <message>
            <source>The seals stay where they are.</source>
            <translation>印章位置已保留。</translation>
        </message>
        <message>
            <source>Copy report</source>
            <translation>复制报告</translation>
        </message>
        <message>
            <source>Sign without a timestamp</source>
            <translation>暂不加时间戳</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>重试</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>Signed, waiting for the timestamp</source>
            <translation>已签名，等待时间戳</translation>
        </message>
        <message>
            <source>Signed; the trusted timestamp has not been obtained yet. It is tried again by itself, please don't sign again.</source>
            <translation>已签名，可信时间戳还没有取得。程序会自动重试，请勿重复签署。</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>稍后</translation>
        </message>
        <message>
            <source>Try again now</source>
            <translation>立即重试</translation>
        </message>
        <message>
            <source>Report saved: %1</source>
            <translation>报告已保存：%1</translation>
        </message>
        <message>
            <source>Export validation report…</source>
            <translation>导出验证报告…</translation>
        </message>
    </context>
    <context>
        <name>bidseal::RevisionPage</name>
        <message>
            <source>%1 (version that was signed)</source>
            <translation>%1（签署时的版本）</translation>
        </message>
        <message numerus="yes">
            <source>%n page(s)</source>
            <translation>
                <numerusform>%n 页</numerusform>
            </translation>
        </message>
        <message>
            <source>This is the file exactly as it was signed.</source>
            <translation>这是签署时的版本。</translation>
        </message>
        <message>
            <source>%1. Later changes are not in it. It is only shown; nothing is written.</source>
            <translation>%1。不含之后的改动，仅供查看，不会写入文件。</translation>
        </message>
    </context>
    <context>
        <name>bidseal::SealPalette</name>
        <message>
            <source>Available seals</source>
            <translation>可用印章</translation>
        </message>
        <message>
            <source>Add seal</source>
            <translation>添加印章</translation>
        </message>
        <message>
            <source>Drag onto a page, or select and press Enter to put it on the page shown.</source>
            <translation>拖到页面上；或选中后按回车放到当前页。</translation>
        </message>
        <message>
            <source>There are no seals on this computer yet.</source>
            <translation>本机还没有印章。</translation>
        </message>
        <message>
            <source>Put on the page shown</source>
            <translation>放到当前页</translation>
        </message>
        <message>
            <source>Edit seal…</source>
            <translation>编辑印章…</translation>
        </message>
        <message>
            <source>Remove seal</source>
            <translation>移除印章</translation>
        </message>
    </context>
    <context>
        <name>bidseal::SealPlacementInteraction</name>
        <message>
            <source>Copy to several pages (Ctrl+D)</source>
            <translation>复制到多页（Ctrl+D）</translation>
        </message>
        <message>
            <source>Delete (Del)</source>
            <translation>删除（Del）</translation>
        </message>
        <message>
            <source>Signed seals can't be moved or deleted</source>
            <translation>已签署的印章不能移动或删除</translation>
        </message>
        <message>
            <source>This seal's picture can't be shown</source>
            <translation>这枚印章的图片无法显示</translation>
        </message>
        <message>
            <source>%1  left %2  top %3 mm</source>
            <translation>%1　左 %2　上 %3 mm</translation>
        </message>
        <message>
            <source>%1  %2 × %3 mm</source>
            <translation>%1　%2 × %3 mm</translation>
        </message>
    </context>
    <context>
        <name>bidseal::SealPreview</name>
        <message>
            <source>Preview of the seal</source>
            <translation>印章预览</translation>
        </message>
        <message>
            <source>%1 × %2 mm</source>
            <translation>%1 × %2 mm</translation>
        </message>
    </context>
    <context>
        <name>bidseal::SealedPages</name>
        <message>
            <source>Sealed pages</source>
            <translation>已盖章的页</translation>
        </message>
    </context>
    <context>
        <name>bidseal::SealedPagesModel</name>
        <message>
            <source>, </source>
            <comment>between names of seals</comment>
            <translation>、</translation>
        </message>
        <message>
            <source>Page %1</source>
            <translation>第 %1 页</translation>
        </message>
        <message>
            <source>Page %1: %2</source>
            <translation>第 %1 页：%2</translation>
        </message>
    </context>
    <context>
        <name>bidseal::SearchBar</name>
        <message>
            <source>Find in this document</source>
            <translation>在本文件中查找</translation>
        </message>
        <message>
            <source>Previous hit</source>
            <translation>上一处</translation>
        </message>
        <message>
            <source>Next hit</source>
            <translation>下一处</translation>
        </message>
        <message>
            <source>Close search</source>
            <translation>关闭查找</translation>
        </message>
        <message>
            <source>Searching…</source>
            <translation>正在查找…</translation>
        </message>
        <message>
            <source>Not found</source>
            <translation>没有找到</translation>
        </message>
    </context>
    <context>
        <name>bidseal::SecretEdit</name>
        <message>
            <source>Show while held down</source>
            <translation>按住显示</translation>
        </message>
    </context>
    <context>
        <name>bidseal::SettingsPage</name>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>Changes take effect at once</source>
            <translation>更改立即生效</translation>
        </message>
    </context>
    <context>
        <name>bidseal::SignatureList</name>
        <message>
            <source>Not shown on any page</source>
            <translation>页面上没有显示</translation>
        </message>
        <message numerus="yes">
            <source>%n seal(s), page %1</source>
            <translation>
                <numerusform>印章 %n 枚，第 %1 页</numerusform>
            </translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
    </context>
    <context>
        <name>bidseal::SigningActions</name>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Undo (Ctrl+Z)</source>
            <translation>撤销（Ctrl+Z）</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>重做</translation>
        </message>
        <message>
            <source>Redo (Ctrl+Y)</source>
            <translation>重做（Ctrl+Y）</translation>
        </message>
        <message>
            <source>Snap to the page's middle and other seals</source>
            <translation>对齐页面正中和其他印章</translation>
        </message>
        <message>
            <source>Copy to several pages</source>
            <translation>复制到多页</translation>
        </message>
        <message>
            <source>Copy to several pages (Ctrl+D)</source>
            <translation>复制到多页（Ctrl+D）</translation>
        </message>
        <message>
            <source>Select text</source>
            <translation>选择文字</translation>
        </message>
    </context>
    <context>
        <name>bidseal::SigningBars</name>
        <message>
            <source>What may change how the pages look</source>
            <translation>可能影响显示的内容</translation>
        </message>
        <message numerus="yes">
            <source>%n place(s) found that may change how the file looks</source>
            <translation>
                <numerusform>发现 %n 处可能影响显示</numerusform>
            </translation>
        </message>
        <message>
            <source>Show</source>
            <translation>查看</translation>
        </message>
        <message>
            <source>Hide</source>
            <translation>收起</translation>
        </message>
        <message>
            <source>This file has been signed already.</source>
            <translation>这份文件已经签署过。</translation>
        </message>
        <message numerus="yes">
            <source>%n signature(s). They stay valid when you sign, too.</source>
            <translation>
                <numerusform>已有 %n 个签名，再次签署不会影响它们。</numerusform>
            </translation>
        </message>
        <message>
            <source>Verify signatures</source>
            <translation>验证签章</translation>
        </message>
        <message>
            <source>The placements of %1 are here again</source>
            <translation>已恢复 %1 的摆放</translation>
        </message>
        <message>
            <source>Another program has changed the file, please open it again.</source>
            <translation>文件已被其他程序改动，请重新打开。</translation>
        </message>
        <message>
            <source>Nothing has been signed.</source>
            <translation>尚未签署。</translation>
        </message>
        <message>
            <source>Open again</source>
            <translation>重新打开</translation>
        </message>
    </context>
    <context>
        <name>bidseal::SigningFoot</name>
        <message>
            <source>Signing certificate</source>
            <translation>签署证书</translation>
        </message>
        <message>
            <source>Save draft</source>
            <translation>保存草稿</translation>
        </message>
        <message>
            <source>Confirm and sign</source>
            <translation>确认签署</translation>
        </message>
        <message>
            <source>Ctrl+Enter; nothing is signed before you have confirmed once more</source>
            <translation>Ctrl+Enter；再次确认之前不会签署</translation>
        </message>
        <message>
            <source>Please place a seal first</source>
            <translation>请先放置印章</translation>
        </message>
        <message>
            <source>Please choose a certificate first</source>
            <translation>请先选择签署证书</translation>
        </message>
        <message>
            <source>The file's fingerprint is being taken</source>
            <translation>正在计算文件指纹</translation>
        </message>
        <message>
            <source>No seals placed yet</source>
            <translation>还没有放置印章</translation>
        </message>
        <message numerus="yes">
            <source>%n placed: %1</source>
            <translation>
                <numerusform>已放 %n 枚：%1</numerusform>
            </translation>
        </message>
        <message>
            <source>The original is not changed   Taking the file's fingerprint…</source>
            <translation>原文件不会被改动　正在计算文件指纹…</translation>
        </message>
        <message>
            <source>The original is not changed   File fingerprint</source>
            <translation>原文件不会被改动　文件指纹</translation>
        </message>
    </context>
    <context>
        <name>bidseal::SigningPage</name>
        <message numerus="yes">
            <source>%n seal(s)</source>
            <comment>on a page</comment>
            <translation>
                <numerusform>%n 枚</numerusform>
            </translation>
        </message>
        <message>
            <source>“%1” was removed from this computer</source>
            <translation>已从本机移除“%1”</translation>
        </message>
        <message>
            <source>Draft saved %1</source>
            <translation>草稿已保存 %1</translation>
        </message>
        <message>
            <source>Cancelled. Nothing has been signed.</source>
            <translation>已取消。尚未签署。</translation>
        </message>
        <message>
            <source>Copy to several pages…</source>
            <translation>复制到多页…</translation>
        </message>
        <message>
            <source>Centre horizontally on the page</source>
            <translation>在页面水平居中</translation>
        </message>
        <message>
            <source>Centre vertically on the page</source>
            <translation>在页面垂直居中</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>删除</translation>
        </message>
        <message numerus="yes">
            <source>%n copies placed</source>
            <translation>
                <numerusform>已放置 %n 枚</numerusform>
            </translation>
        </message>
        <message>
            <source>Deleted: 1 %1 (page %2)</source>
            <translation>已删除 1 枚%1（第 %2 页）</translation>
        </message>
        <message>
            <source>Deleted: %1</source>
            <translation>已删除：%1</translation>
        </message>
    </context>
    <context>
        <name>bidseal::SigningShellPage</name>
        <message numerus="yes">
            <source>%n page(s)</source>
            <translation>
                <numerusform>%n 页</numerusform>
            </translation>
        </message>
        <message>
            <source>A signature is being made. Please wait until it is finished, or cancel it first.</source>
            <translation>正在签署。请等待完成，或先取消。</translation>
        </message>
        <message>
            <source>Signing finished</source>
            <translation>签署完成</translation>
        </message>
        <message>
            <source>Sign</source>
            <translation>签署</translation>
        </message>
    </context>
    <context>
        <name>bidseal::StampTile</name>
        <message>
            <source>%1, %2</source>
            <comment>name and size of a stamp</comment>
            <translation>%1，%2</translation>
        </message>
        <message>
            <source>Drag it onto a page, or press Enter to put it on the page shown</source>
            <translation>拖到页面上；或按回车放到当前页</translation>
        </message>
    </context>
    <context>
        <name>bidseal::TextSelectionInteraction</name>
        <message>
            <source>Copy</source>
            <translation>复制</translation>
        </message>
    </context>
    <context>
        <name>bidseal::ThumbnailModel</name>
        <message>
            <source>Page %1</source>
            <translation>第 %1 页</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>page, mark</comment>
            <translation>%1，%2</translation>
        </message>
    </context>
    <context>
        <name>bidseal::ThumbnailPanel</name>
        <message>
            <source>Page thumbnails</source>
            <translation>页面缩略图</translation>
        </message>
    </context>
    <context>
        <name>bidseal::TimestampSection</name>
        <message>
            <source>This is not the address of a timestamp service. It begins with http:// or https://.</source>
            <translation>这不是时间戳服务的地址。地址以 http:// 或 https:// 开头。</translation>
        </message>
        <message>
            <source>This service is in the list already.</source>
            <translation>列表中已有这个服务。</translation>
        </message>
        <message>
            <source>Asking the timestamp service…</source>
            <translation>正在请求时间戳…</translation>
        </message>
        <message>
            <source>The timestamp service answered.</source>
            <translation>时间戳服务正常。</translation>
        </message>
        <message>
            <source>“%1” stamped %2.</source>
            <translation>“%1”签发的时间：%2。</translation>
        </message>
        <message>
            <source>Timestamp services</source>
            <translation>时间戳服务</translation>
        </message>
        <message>
            <source>They prove the time of signing. The first that answers is used. Only a fingerprint is sent, never the file.</source>
            <translation>用来证明签署时间，按顺序使用第一个有应答的服务。只发送指纹，不发送文件。</translation>
        </message>
        <message>
            <source>Address of a service</source>
            <translation>服务地址</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>添加</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>移除</translation>
        </message>
        <message>
            <source>Move up</source>
            <translation>上移</translation>
        </message>
        <message>
            <source>Move down</source>
            <translation>下移</translation>
        </message>
        <message>
            <source>Test</source>
            <translation>测试</translation>
        </message>
    </context>
    <context>
        <name>bidseal::Toast</name>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
    </context>
    <context>
        <name>bidseal::TrustSection</name>
        <message>
            <source>Cannot be read</source>
            <translation>无法读取</translation>
        </message>
        <message>
            <source>No certificates in it</source>
            <translation>其中没有证书</translation>
        </message>
        <message>
            <source>Add trusted certificates</source>
            <translation>添加受信任的证书</translation>
        </message>
        <message>
            <source>Certificates (*.cer *.crt *.pem *.der);;All files (*)</source>
            <translation>证书 (*.cer *.crt *.pem *.der);;所有文件 (*)</translation>
        </message>
        <message>
            <source>Add a folder of trusted certificates</source>
            <translation>添加受信任证书的文件夹</translation>
        </message>
        <message>
            <source>Remove trust anchor</source>
            <translation>移除信任锚</translation>
        </message>
        <message>
            <source>Certificates from “%1” are no longer trusted. The file itself stays.</source>
            <translation>不再信任“%1”中的证书，文件本身保留。</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>移除</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>保留</translation>
        </message>
        <message>
            <source>Trust anchors</source>
            <translation>信任锚</translation>
        </message>
        <message>
            <source>A signer counts as confirmed only when his certificate leads to one of these. Nothing is trusted silently; add the root certificate of the certification authority you know.</source>
            <translation>签署人的证书可追溯到这里的证书，身份才算可信。程序不会自行信任任何证书；请添加您认可的发证机构的根证书。</translation>
        </message>
        <message>
            <source>Certificate</source>
            <translation>证书</translation>
        </message>
        <message>
            <source>Fingerprint</source>
            <translation>指纹</translation>
        </message>
        <message>
            <source>Ends</source>
            <translation>到期</translation>
        </message>
        <message>
            <source>File or folder</source>
            <translation>文件或文件夹</translation>
        </message>
        <message>
            <source>Add file…</source>
            <translation>添加文件…</translation>
        </message>
        <message>
            <source>Add folder…</source>
            <translation>添加文件夹…</translation>
        </message>
    </context>
    <context>
        <name>bidseal::UkeySection</name>
        <message>
            <source>%1 (added by you)</source>
            <translation>%1（自行添加）</translation>
        </message>
        <message>
            <source>%1 (found on this PC)</source>
            <translation>%1（本机已安装）</translation>
        </message>
        <message>
            <source>can sign, until %1</source>
            <translation>可以签署，有效至 %1</translation>
        </message>
        <message>
            <source>Choose the driver file of the UKey</source>
            <translation>选择 UKey 的驱动文件</translation>
        </message>
        <message>
            <source>PKCS#11 drivers (*.so *.dll *.dylib);;All files (*)</source>
            <translation>PKCS#11 驱动 (*.so *.dll *.dylib);;所有文件 (*)</translation>
        </message>
        <message>
            <source>UKey drivers</source>
            <translation>UKey 驱动</translation>
        </message>
        <message>
            <source>Each driver runs in a helper of its own; one that hangs or crashes does not take the program with it. Vendors call the file “PKCS#11”.</source>
            <translation>每个驱动在单独的辅助进程中运行，驱动卡住或崩溃不会影响本程序。厂商通常把这个文件称为“PKCS#11”。</translation>
        </message>
        <message>
            <source>Add file…</source>
            <translation>添加文件…</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>移除</translation>
        </message>
        <message>
            <source>Look again</source>
            <translation>重新检测</translation>
        </message>
    </context>
    <context>
        <name>bidseal::ValidationPage</name>
        <message>
            <source>Verifying</source>
            <translation>正在验证</translation>
        </message>
        <message>
            <source>Reads the file only; nothing leaves this PC.</source>
            <translation>只读取文件，文件不会离开本机。</translation>
        </message>
        <message>
            <source>Verifying…</source>
            <translation>正在验证…</translation>
        </message>
        <message>
            <source>The file could not be verified</source>
            <translation>文件无法验证</translation>
        </message>
        <message>
            <source>Do not judge by it whether the file is genuine.</source>
            <translation>请勿据此判断真伪。</translation>
        </message>
        <message>
            <source>Verification was cancelled</source>
            <translation>验证已取消</translation>
        </message>
        <message numerus="yes">
            <source>%n signature(s)</source>
            <translation>
                <numerusform>%n 个签名</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n seal(s)</source>
            <translation>
                <numerusform>%n 枚印章</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 in all.</source>
            <translation>共 %1。</translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>Last signed: %1.</source>
            <translation>最后一次签署：%1。</translation>
        </message>
        <message>
            <source>Verified %1</source>
            <translation>验证时间 %1</translation>
        </message>
        <message>
            <source>Opened for reading only; the file did not leave this PC</source>
            <translation>只读打开，文件没有离开本机</translation>
        </message>
        <message>
            <source>No seal</source>
            <translation>没有印章</translation>
        </message>
        <message>
            <source>Seal %1 of %2</source>
            <translation>第 %1 枚，共 %2 枚</translation>
        </message>
        <message>
            <source>Seal on page %1</source>
            <translation>印章在第 %1 页</translation>
        </message>
        <message>
            <source>Report saved: %1</source>
            <translation>报告已保存：%1</translation>
        </message>
        <message numerus="yes">
            <source>%n page(s)</source>
            <translation>
                <numerusform>%n 页</numerusform>
            </translation>
        </message>
        <message>
            <source>verified offline, no login needed</source>
            <translation>离线验证，无需登录</translation>
        </message>
        <message numerus="yes">
            <source>%n trust anchor(s)</source>
            <translation>
                <numerusform>信任锚 %n 个</numerusform>
            </translation>
        </message>
        <message>
            <source>Signatures</source>
            <translation>签名</translation>
        </message>
        <message>
            <source>in the order of signing</source>
            <translation>按签署先后</translation>
        </message>
        <message>
            <source>Signatures in the order of signing</source>
            <translation>签名，按签署先后</translation>
        </message>
        <message>
            <source>Findings</source>
            <translation>结论</translation>
        </message>
        <message>
            <source>Signatures or findings</source>
            <translation>签名或结论</translation>
        </message>
        <message>
            <source>Export validation report…</source>
            <translation>导出验证报告…</translation>
        </message>
        <message>
            <source>Verify again</source>
            <translation>重新验证</translation>
        </message>
        <message>
            <source>Previous</source>
            <translation>上一枚</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>下一枚</translation>
        </message>
    </context>
    <context>
        <name>bidseal::ZoomBox</name>
        <message>
            <source>Zoom</source>
            <translation>缩放</translation>
        </message>
        <message>
            <source>Fit width</source>
            <translation>适合宽度</translation>
        </message>
        <message>
            <source>Whole page</source>
            <translation>整页</translation>
        </message>
    </context>
    <context>
        <name>main</name>
        <message>
            <source>Places seals on bid files, signs and verifies them.</source>
            <translation>在投标文件上盖章、签署并验证。</translation>
        </message>
        <message>
            <source>Verify the file instead of opening it for signing.</source>
            <translation>验证文件，而不是打开签署。</translation>
        </message>
        <message>
            <source>Folder of drafts, seals and settings.</source>
            <translation>草稿、印章和设置所在的文件夹。</translation>
        </message>
        <message>
            <source>PDF file to open.</source>
            <translation>要打开的 PDF 文件。</translation>
        </message>
        <message>
            <source>Measure the start and quit.</source>
            <translation>测量启动时间后退出。</translation>
        </message>
    </context>
</TS>
