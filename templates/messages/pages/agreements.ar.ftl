# الاتفاقات: القائمة، والاتفاق الواحد مع بنوده وما لم يحدده.
w-agreements-lead = ما اتُّفق عليه بندًا بندًا، وما تُرك بلا تحديد، ومدى الوفاء بكل بند.
w-agreements-followed = هو المتابَع هنا
w-agreements-not-met = لم يُوفَ به
w-agreements-undated = وعود بلا موعد
w-agreements-own = الاتفاق مجلد من البيانات، ويمكن لكل بعثة أن تأتي باتفاقها، وهذا الأمر يفحصه:
w-agreements-announced = الإعلان
w-agreements-signed = التوقيع
w-agreements-accept-by = كان القبول متاحًا حتى
w-agreements-ends = الانتهاء
w-agreements-parts = أجزاء هذه الصفحة
w-agreements-undefined-lead = لا يقول النص فيه شيئًا، ولا تملأ هذه الصفحات فراغه
w-agreements-undated-lead = وعود في إطار هذا الاتفاق لم يقل أحد متى تُنفَّذ
w-agreements-undated-none = لكل وعد ورد حتى الآن موعد.
w-agreements-undated-all = { PLURAL($n) ->
    [zero] لا وعود بلا موعد
    [one] الوعد الوحيد الذي لا موعد له، في لوحة المتابعة
    [two] الوعدان اللذان لا موعد لهما، في لوحة المتابعة
    [few] الوعود التي لا موعد لها كلها، وعددها { $n }، في لوحة المتابعة
    [many] الوعود التي لا موعد لها كلها، وعددها { $n }، في لوحة المتابعة
   *[other] الوعود التي لا موعد لها كلها، وعددها { $n }، في لوحة المتابعة
}
w-agreements-terms-lead = بعبارتنا، ومع كل بند موضعه في النص ومدى الوفاء به
w-agreements-binds = يلزم
w-agreements-all-bound = كل طرف ملزَم
w-agreements-broken-by = يخرقه
w-agreements-met-by = يتحقق الوفاء به
w-agreements-measure = المقدار
w-agreements-no-deadline = بلا مهلة
w-agreements-provocation = ما يقع خارجه استفزاز وليس خرقًا
w-agreements-by-state = مدى الوفاء به مبيّن منطقةً منطقة
w-agreements-exceptions-lead = يجب أن تتحقق الشروط كلها
w-agreements-lifts = يرفع:
w-agreements-tests = الشروط
w-agreements-by-fact = يُرى من وقائع الحادثة
w-agreements-fights = يقاتل أيضًا
w-agreements-renamed = منذ { $day }: { $name }
w-agreements-listed = { PLURAL($n) ->
    [zero] لا أسماء في هذه القائمة
    [one] اسم واحد في هذه القائمة
    [two] اسمان في هذه القائمة
    [few] { $n } أسماء في هذه القائمة
    [many] { $n } اسمًا في هذه القائمة
   *[other] { $n } اسم في هذه القائمة
}
w-agreements-windows-lead = يختلف المعلنون ولا يُرجَّح أحدهم، وتُقاس الحادثة بحسب كل منهم
w-agreements-axis = يجري الزمن من اليسار إلى اليمين
w-agreements-extends = تمديد
w-agreements-channels = { PLURAL($n) ->
    [zero] لا قنوات للشكاوى
    [one] قناة الشكاوى الوحيدة
    [two] قناتا الشكاوى
    [few] قنوات الشكاوى، وعددها { $n }
    [many] قنوات الشكاوى، وعددها { $n }
   *[other] قنوات الشكاوى، وعددها { $n }
}
w-agreements-no-procedure = لا ينص الاتفاق على إجراءات.
w-agreements-comma = {"، "}
