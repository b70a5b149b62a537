# صفحة الحادثة الواحدة.
w-incident-unconfirmed = لم تؤكدها مراجعة بشرية
w-incident-not-told = لم يُذكر
w-incident-how = من أين جاء هذا الرقم
w-incident-told-by = رواها
w-incident-in-reports = { PLURAL($n) ->
    [zero] لا بلاغ
    [one] في بلاغ واحد
    [two] في بلاغين
    [few] في { $n } بلاغات
    [many] في { $n } بلاغًا
   *[other] في { $n } بلاغ
}
w-incident-parts = أجزاء هذه الصفحة
w-incident-claims = ما قيل
w-incident-claims-lead = عمود لكل مصدر مستقل، والنسخ تحت المصدر الذي تكرره
w-incident-field = الحقل
w-incident-shown = المعروض
w-incident-prints = { PLURAL($n) ->
    [zero] لا بلاغ
    [one] بلاغ واحد
    [two] بلاغان، ومصدر واحد
    [few] { $n } بلاغات، ومصدر واحد
    [many] { $n } بلاغًا، ومصدر واحد
   *[other] { $n } بلاغ، ومصدر واحد
}
w-incident-copy = نسخة
w-incident-repeated = { PLURAL($n) ->
    [zero] لم يكرره بلاغ آخر
    [one] كرره بلاغ آخر
    [two] كرره بلاغان آخران
    [few] كررته { $n } بلاغات أخرى
    [many] كرره { $n } بلاغًا آخر
   *[other] كرره { $n } بلاغ آخر
}
w-incident-tolls = الحصيلة
w-incident-tolls-lead = كل رقم محفوظ؛ والمعروض تختاره قاعدة، وليس متوسطًا أبدًا
w-incident-figures = { PLURAL($n) ->
    [zero] لا أرقام
    [one] الرقم الوحيد الوارد
    [two] الرقمان الواردان
    [few] الأرقام الواردة كلها: { $n }
    [many] الأرقام الواردة كلها: { $n }
   *[other] الأرقام الواردة كلها: { $n }
}
w-incident-figure = الرقم
w-incident-superseded = حلّ محله رقم أحدث من المصدر نفسه
w-incident-subset = جزء من رقم أكبر
w-incident-counts = محتسَب
w-incident-judgement = الحكم
w-incident-judgement-lead = بمقياس بنود الاتفاق
w-incident-no-judgement = لم يُقَس على هذه الحادثة شيء من الاتفاق.
w-incident-settles = ما الذي يحسمه
w-incident-ask = اسأل
w-incident-trace = { PLURAL($n) ->
    [zero] لا خطوات
    [one] خطوة الاستدلال الوحيدة
    [two] خطوتا الاستدلال
    [few] خطوات الاستدلال، وعددها { $n }
    [many] خطوات الاستدلال، وعددها { $n }
   *[other] خطوات الاستدلال، وعددها { $n }
}
w-incident-stands = القواعد { $version }.
w-incident-by-person = يستند إلى ما أكدته مراجعة بشرية.
w-incident-by-machine = يستند إلى قراءة آلية: قد ينبّه ويقترح، ولا يُعدّ نتيجة.
w-incident-find = أدخل ما ثبت، أو استثناءً يُحتج به
w-incident-found = ما ثبت
w-incident-plea = الاستثناء المحتجّ به
w-incident-plea-by = المحتجّ
w-incident-enter = إدخال
w-incident-case = القضية
w-incident-no-case = لا قضية مفتوحة في هذه الحادثة.
w-incident-open-case = فتح قضية
w-incident-questions = الأسئلة
w-incident-no-questions = لا سؤال مفتوحًا.
w-incident-answered = أُجيب عنه
w-incident-ask-own = اسأل عن أمر آخر
w-incident-links = أهي الحادثة نفسها؟
w-incident-links-lead = اقتراحات، إلى أن يقرر شخص
w-incident-no-links = لا حادثة أخرى قريبة بما يكفي لتكون هي نفسها.
w-incident-same = هي نفسها
w-incident-part-of = جزء منها
w-incident-different = مختلفة
w-incident-unsure = لا أحد يعرف
w-incident-part = فصل هذه الحادثة إلى اثنتين
w-incident-part-lead = اختر إفادة تبقى وأخرى تخرج: تُدخلان على أنهما من حادثتين مختلفتين، وتذهب كل إفادة أخرى إلى الأقرب إليها.
w-incident-stays = تبقى
w-incident-goes = تخرج
w-incident-part-do = افصل
w-incident-feed = ما تغيّر
w-incident-feed-lead = الأحدث أولًا
w-incident-proof = إثبات السجل
w-incident-proof-lead = { PLURAL($size) ->
    [zero] لا قيود في السجل، وجذره:
    [one] هذا كله مثبت في سجل فيه قيد واحد، وجذره:
    [two] هذا كله مثبت في سجل فيه قيدان، وجذره:
    [few] هذا كله مثبت في سجل فيه { $size } قيود، وجذره:
    [many] هذا كله مثبت في سجل فيه { $size } قيدًا، وجذره:
   *[other] هذا كله مثبت في سجل فيه { $size } قيد، وجذره:
}
w-incident-entries = { PLURAL($n) ->
    [zero] لا قيود
    [one] القيد الوحيد الذي تستند إليه
    [two] القيدان اللذان تستند إليهما
    [few] القيود التي تستند إليها، وعددها { $n }
    [many] القيود التي تستند إليها، وعددها { $n }
   *[other] القيود التي تستند إليها، وعددها { $n }
}
w-incident-verify = للتحقق من دون الوثوق بهذا المكتب:
